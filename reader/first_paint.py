"""The first page of the list, painted while the screens are still being loaded.

It stands where the list will stand. Nothing is loaded for it but SQLite; whatever is out of the ordinary is left to the
program itself, which paints over it.
"""

from __future__ import annotations

import os
import unicodedata
from time import strftime

ALTERNATE, MAIN = "\x1b[?1049h\x1b[?25l\x1b[H", "\x1b[?1049l\x1b[?25h"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WIDE = 100
DAY_CELLS, WIDE_DAY_CELLS = 9, 12

_painted = False


def paint_first(arguments: list[str]) -> None:
    """Paint the list of the library that ``reader`` or ``reader --library FILE`` opens, if there is one."""
    global _painted  # noqa: PLW0603 (the terminal is one, too)
    path = _library(arguments)
    if path is None or not all(os.isatty(stream) for stream in (0, 1, 2)) or os.environ.get("TERM") == "dumb":
        return
    from reader.store.glance import first_rows  # noqa: PLC0415 (most commands don't need it)

    width, height = os.get_terminal_size(2)
    if rows := first_rows(path, height - 2):
        lines = [" Reader", *(_line(row, width) for row in rows)]
        os.write(2, (ALTERNATE + "\r\n".join(lines)).encode(errors="replace"))
        _painted = True


def take_over() -> bool:
    """Whether the terminal shows its other screen already; from now on that is the business of who asks."""
    global _painted
    was, _painted = _painted, False
    return was


def unpaint() -> None:
    """Give the terminal back as it was: what is said next belongs to the shell's lines."""
    global _painted  # noqa: PLW0603 (as above)
    if _painted:
        os.write(2, MAIN.encode())
        _painted = False


def _library(arguments: list[str]) -> str | None:
    if not arguments:
        from reader.config import default_library  # noqa: PLC0415 (it costs more than the rest)
        from reader.errors import LibraryError  # noqa: PLC0415 (the same)

        try:
            return str(default_library())
        except LibraryError:
            return None
    return arguments[1] if len(arguments) == 2 and arguments[0] == "--library" and arguments[1] else None


def _line(row: tuple[str, str, int, int, int, str], width: int) -> str:
    from reader.sanitize import one_line  # noqa: PLC0415 (the same)

    title, day, unread, sure, likely, _ = row
    cells = WIDE_DAY_CELLS if width >= WIDE else DAY_CELLS
    marks = " ".join(f"{sign}{number}" for sign, number in (("!", sure), ("?", likely)) if number)
    return (
        f" {'●' if unread else ' '}{_day(day, cells):>{cells}}  "
        + _fitted(one_line(title), width - cells - 8 - len(marks))
        + f" {marks}"
    )


def _day(day: str, cells: int) -> str:
    year, month, date = day[:4], day[5:7], day[8:10]
    if not (month.isdecimal() and 1 <= int(month) <= len(MONTHS) and date.isdecimal()):
        return year
    is_present = year == strftime("%Y")
    number = f"{int(date)} " if is_present or cells == WIDE_DAY_CELLS else ""
    return f"{number}{MONTHS[int(month) - 1]}" + ("" if is_present else f" {year}")


def _fitted(text: str, room: int) -> str:
    """The text in exactly so many cells."""
    if text.isascii():
        return text[: max(0, room - 1)] + "…" if len(text) > room else text.ljust(room)
    kept, cells = "", 0
    for character in text:
        size = 0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if cells + size > room - 1:
            kept, cells = kept + "…", cells + 1
            break
        kept, cells = kept + character, cells + size
    return kept + " " * max(0, room - cells)
