"""The one gate through which every string passes on its way to a widget.

Textual hands escape sequences on to the terminal and reads ``[...]`` as markup. Nothing from outside may do either,
so widgets are only ever given what these functions return; a test over the syntax tree of this package enforces it.
"""

from __future__ import annotations

from textual.content import Content

from reader.sanitize import ONE_LINE_LIMIT, one_line, sanitize

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that must not reach the terminal, where offsets have to stay as they are."""


def ui_text(text: str, limit: int = ONE_LINE_LIMIT) -> Content:
    """The text as content for a widget: sanitised, on one line, at most ``limit`` characters, never markup."""
    return Content(one_line(text, limit))


def ui_plain(text: str, limit: int = ONE_LINE_LIMIT) -> str:
    """The same as a string, for the few places of Textual that take nothing else (toasts, with markup off)."""
    return one_line(text, limit)


def shown(text: str) -> str:
    """The text as it is painted: as long as it was, tabs and line breaks as blanks, hostile characters replaced.

    Offsets into the text stay valid, which ``sanitize`` alone does not promise.
    """
    if text.isprintable():  # by the Unicode database, nothing hostile is; nearly every text takes this way
        return text
    flat = text.replace("\t", " ").replace("\n", " ")
    if sanitize(flat) == flat:
        return flat
    return "".join(character if sanitize(character) == character else REPLACEMENT for character in flat)
