"""Quoted stretches of a paragraph by their marks, typed, straight, mixed or left open; one pass over the marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch ``text[start:end]`` with its marks. ``closed``: whether its closing mark was found."""

    start: int
    end: int
    closed: bool


_MARK = re.compile(r"[\"“”„‟«»‘’']")
_OPENING: Final = frozenset("“„‟«")
_CLOSING: Final = frozenset("”»")
_BEFORE_OPENING: Final = frozenset("([{—–-…:,;/")
_SENTENCE_ENDS: Final = frozenset(".!?…")


def quoted_stretches(text: str, start: int, end: int) -> list[Quoted]:
    """The outermost quoted stretches of the paragraph ``text[start:end]``, in order, without overlaps.

    A closing mark of any kind closes a quotation of any kind ("…”), but for single marks, which only close single ones.
    """
    found: list[Quoted] = []
    opened = -1
    single = False
    depth = 0
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        if mark in "‘’'":
            if opened < 0 and _opens_single(text, at, start, end):
                opened, single, depth = at, True, 0
            elif opened >= 0 and single and mark != "‘" and _closes_single(text, at, end):
                found.append(Quoted(opened, at + 1, closed=True))
                opened = -1
            continue
        if opened >= 0 and single:
            if not _opens(text, at, start, end):
                continue
            opened = -1  # what looked like a single quote was an apostrophe
        if opened >= 0 and text[opened] == "„" and mark == "“":
            found.append(Quoted(opened, at + 1, closed=True))
            opened = -1
        elif opened < 0:
            if _opens(text, at, start, end):
                opened, single, depth = at, False, 0
        elif mark in _OPENING or (mark == '"' and _opens(text, at, start, end) and text[opened] != '"'):
            if _is_after_sentence(text, at, opened):
                found.append(Quoted(opened, _last_ink(text, opened, at), closed=False))
                opened, depth = at, 0
            else:
                depth += 1
        elif depth:
            depth -= 1
        else:
            found.append(Quoted(opened, at + 1, closed=True))
            opened = -1
    if opened >= 0 and not single:
        found.append(Quoted(opened, _last_ink(text, opened, end), closed=False))
    return found


def opens_with_mark(text: str, start: int, end: int) -> bool:
    """Whether a paragraph begins with an opening quote mark."""
    return start < end and text[start] in '"“„‟«'


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Whether the double mark at ``at`` opens: it hangs on what follows, not on what stands before."""
    mark = text[at]
    if mark in _CLOSING or at + 1 >= end:
        return False
    before = text[at - 1] if at > start else " "
    hangs_on_next = not text[at + 1].isspace()
    if mark in _OPENING:
        return hangs_on_next
    return hangs_on_next and (before.isspace() or before in _BEFORE_OPENING)


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    return (
        text[at] != "’"
        and at + 2 < end
        and (text[at + 1].isupper() or (text[at + 1].isalpha() and text[at] == "‘"))
        and (before.isspace() or before in _BEFORE_OPENING)
    )


def _closes_single(text: str, at: int, end: int) -> bool:
    after = text[at + 1] if at + 1 < end else " "
    return not after.isalnum() and (
        text[at - 1] in ".,!?…" or (text[at - 1] not in "sS " and not text[at - 1].isspace())
    )


def _is_after_sentence(text: str, at: int, opened: int) -> bool:
    reach = at - 1
    while reach > opened and reach > at - 4 and text[reach].isspace():
        reach -= 1
    return text[reach] in _SENTENCE_ENDS


def _last_ink(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
