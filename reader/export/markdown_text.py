"""Text from outside as Markdown that shows it literally: no link, heading, table, list, code or HTML comes of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from reader.export.report import Emphasis, Piece

_SPECIAL = re.compile(
    r"[\\`*\[\]<>|]"  # emphasis, code, links, HTML, cells of tables
    r"|_(?![^\W_])|(?<![^\W_])_"  # emphasis again, which begins and ends only at the edge of a word
    r"|~(?=~)|(?<=~)~"  # struck out
    r"|&(?=[#a-zA-Z])"  # entities
    r"|(?<=[a-zA-Z]):(?=//)|(?<=www)\.|@"  # addresses that some renderers turn into links
    r"|!(?=\[)",  # pictures
    re.IGNORECASE,
)
_LINE_START = re.compile(r"#{1,6}(?: |$)|\+(?: |$)|-(?:[ -]|$)|=(?:=|$)")
"""What begins a heading, a list or a rule at the beginning of a line."""

_NUMBER = re.compile(r"([0-9]{1,9})[.)](?: |$)")
"""What begins a numbered list."""


def literal(words: str) -> str:
    """The words on one line, escaped, fit for the beginning of a line, a cell of a table or the middle of a line."""
    return at_line_start(_escaped(" ".join(words.split())))


def quoted(pieces: Sequence[Piece]) -> str:
    """A passage on one line, escaped; disputed stretches are strong (``**15 miles**``)."""
    runs = _one_line(pieces)
    out = ""
    for place, piece in enumerate(runs):
        words = _escaped(piece.words)
        if piece.emphasis is Emphasis.DISPUTED and _can_be_strong(runs, place):
            core = words.strip(" ")
            lead, tail = words[: len(words) - len(words.lstrip(" "))], words[len(words.rstrip(" ")) :]
            words = f"{lead}**{core}**{tail}"
        out += words
    return at_line_start(out)


def code(words: str) -> str:
    """The words on one line as code, between as many backticks as it takes."""
    line = " ".join(words.split())
    longest = max(map(len, re.findall("`+", line)), default=0)
    room = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{'`' * (longest + 1)}{room}{line}{room}{'`' * (longest + 1)}" if line else ""


def at_line_start(escaped: str) -> str:
    """Escaped words, safe at the beginning of a line as well."""
    if numbered := _NUMBER.match(escaped):
        return f"{numbered[1]}\\{escaped[numbered.end(1) :]}"
    return f"\\{escaped}" if _LINE_START.match(escaped) else escaped


def _escaped(words: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", words)


def _one_line(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with every run of blanks as one blank, none at either end."""
    runs: list[Piece] = []
    blank = True
    for piece in pieces:
        words = re.sub(r"\s+", " ", piece.words)
        if blank:
            words = words.lstrip(" ")
        if words:
            blank = words.endswith(" ")
            same = runs and runs[-1].emphasis is piece.emphasis
            runs.append(Piece((runs.pop().words if same else "") + words, piece.emphasis))
    if runs:
        runs[-1] = Piece(runs[-1].words.rstrip(" "), runs[-1].emphasis)
    return [run for run in runs if run.words]


def _can_be_strong(runs: Sequence[Piece], place: int) -> bool:
    """Whether ``**`` around a piece is read as strong: CommonMark's rule for delimiters beside punctuation."""
    core = runs[place].words.strip(" ")
    if not core:
        return False
    words = runs[place].words
    before = " " if words.startswith(" ") else runs[place - 1].words[-1] if place else " "
    after = " " if words.endswith(" ") else runs[place + 1].words[0] if place + 1 < len(runs) else " "
    opens = not _is_punctuation(core[0]) or before == " " or _is_punctuation(before)
    closes = not _is_punctuation(core[-1]) or after == " " or _is_punctuation(after)
    return opens and closes


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
