"""The words of machines as files in a folder that some other program carries: one a machine, to which lines are added.

A file may come in part, twice, late or under another name. So what a line says stands in the line alone; the last line
counts once its end has come, and every file with the ending is read.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reader.errors import UsageError
from reader.models.words import Word
from reader.sanitize import sanitize

ENDING = ".journal"

LONGEST = 1_000_000
"""Bytes of one line: a note has some hundred."""

LATEST = 253_402_300_799_000
"""No stamp is greater: the end of the year 9999, where calendars end."""

_decoder = msgspec.json.Decoder(Word)


@dataclass(frozen=True, slots=True)
class Said:
    """What the files of a folder say.

    Attributes:
        problems: one sentence about each file that cannot be read, or of which lines cannot.
        files: how many there are.
    """

    words: tuple[Word, ...]
    problems: tuple[str, ...]
    files: int


def read_folder(folder: Path) -> Said:
    """Every word in a folder.

    Raises:
        UsageError: there is no such folder.
    """
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}.")
    words: list[Word] = []
    problems: list[str] = []
    files = sorted(path for path in folder.iterdir() if path.suffix == ENDING and path.is_file())
    for path in files:
        damaged = 0
        try:
            for line in _whole_lines(path):
                if (word := _word(line)) is not None:
                    words.append(word)
                else:
                    damaged += 1
        except OSError as error:
            problems.append(f"The journal {path} cannot be read: {error.strerror}.")
        if damaged:
            problems.append(f"{damaged} lines of the journal {path} cannot be understood; the others are taken.")
    return Said(tuple(words), tuple(problems), len(files))


def add_words(folder: Path, machine: str, words: Collection[Word]) -> None:
    """Add words to the file of a machine; they are on the disk when this returns.

    Raises:
        UsageError: the file cannot be written.
    """
    if not words:
        return
    path = folder / f"{machine}{ENDING}"
    lines = b"".join(msgspec.json.encode(word) + b"\n" for word in words)
    try:
        with path.open("ab+") as file:
            if file.tell() and not _ends_a_line(path):
                lines = b"\n" + lines  # after a line that was torn when the machine went down
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise UsageError(f"The journal {path} cannot be written: {error.strerror}.") from error


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _whole_lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while line := file.readline(LONGEST + 1):
            if line.endswith(b"\n") and line.strip():
                yield line


def _word(line: bytes) -> Word | None:
    """The word of a line, what comes from outside made harmless; None if it is none."""
    try:
        word = _decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    fits = 0 <= word.stamp <= LATEST and sanitize(word.value) == word.value and word.machine.isprintable()
    return word if fits else None
