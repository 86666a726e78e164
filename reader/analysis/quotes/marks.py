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


_MARK = re.compile(r"``|''|[\"“”„‟«»‘’']")
_OPENING: Final = frozenset({*"“„‟«", "``"})
_CLOSING: Final = frozenset({*"”»", "''"})
_INWARD: Final = {"„": "“", "»": "«"}
"""Opening marks, by the closing ones that elsewhere open (Germany, Denmark: »…«)."""
_BEFORE_OPENING: Final = frozenset("([{—–-…:,;/")
_SENTENCE_ENDS: Final = frozenset(".!?…")


class _Scanner:
    """Walks over the marks of one paragraph and keeps what is open."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.found: list[Quoted] = []
        self.opened = -1
        self.single = False
        self.depth = 0

    def see(self, at: int, mark: str) -> None:
        """Take the mark at ``at`` into account."""
        if len(mark) == 1 and mark in "‘’'":
            self._see_single(at, mark)
            return
        if self.opened >= 0 and self.single:
            if not _opens(self.text, at, mark, self.start, self.end):
                return
            self.opened = -1  # what looked like a single quote was an apostrophe
        if self.opened < 0:
            if _opens(self.text, at, mark, self.start, self.end):
                self._open(at, single=False)
        elif _INWARD.get(self.text[self.opened]) == mark:
            self._close(at + 1)
        elif self._nests(at, mark):
            if _is_after_sentence(self.text, at, self.opened):
                self._close(_last_ink(self.text, self.opened, at), closed=False)
                self._open(at, single=False)
            else:
                self.depth += 1
        elif self.depth:
            self.depth -= 1
        else:
            self._close(at + len(mark))

    def finish(self) -> list[Quoted]:
        """All stretches; one that is still open ends with the paragraph."""
        if self.opened >= 0 and not self.single:
            self._close(_last_ink(self.text, self.opened, self.end), closed=False)
        return self.found

    def _see_single(self, at: int, mark: str) -> None:
        if self.opened < 0:
            if _opens_single(self.text, at, self.start, self.end):
                self._open(at, single=True)
        elif self.single and mark != "‘" and _closes_single(self.text, at, self.end):
            self._close(at + 1)

    def _nests(self, at: int, mark: str) -> bool:
        if mark in _OPENING:
            return True
        return mark == '"' != self.text[self.opened] and _opens(self.text, at, mark, self.start, self.end)

    def _open(self, at: int, *, single: bool) -> None:
        self.opened, self.single, self.depth = at, single, 0

    def _close(self, end: int, *, closed: bool = True) -> None:
        self.found.append(Quoted(self.opened, end, closed=closed))
        self.opened = -1


def quoted_stretches(text: str, start: int, end: int) -> list[Quoted]:
    """The outermost quoted stretches of the paragraph ``text[start:end]``, in order, without overlaps.

    A closing mark of any kind closes a quotation of any kind ("…”), but for single marks, which only close single ones.
    """
    scanner = _Scanner(text, start, end)
    for match in _MARK.finditer(text, start, end):
        scanner.see(match.start(), match.group())
    return scanner.finish()


def opens_with_mark(text: str, start: int, end: int) -> bool:
    """Whether a paragraph begins with an opening quote mark."""
    return start < end and (text[start] in '"“„‟«»' or text.startswith("``", start))


def _opens(text: str, at: int, mark: str, start: int, end: int) -> bool:
    """Whether the double mark at ``at`` opens: it hangs on what follows, not on what stands before."""
    following = at + len(mark)
    if following >= end or mark == "''":
        return False
    before = text[at - 1] if at > start else " "
    hangs_on_next = not text[following].isspace()
    if mark in _CLOSING:
        return mark == "»" and text[following].isalnum() and (before.isspace() or before in _BEFORE_OPENING)
    if mark in _OPENING:
        return hangs_on_next or (mark == "«" and before.isspace())
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
