"""A draft written line by line: the fields that a form knows first, then the text, with what is said of each line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.ingest.characters import clean
from reader.ingest.draft import Claim, Draft, Hint
from reader.ingest.pages.titles import key_of
from reader.models.article import Link, Status
from reader.sanitize import one_line

LONGEST_FIELD = 1000
"""Characters kept of a field: the longest lists of authors have about 400."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that a form knows, and how."""

    value: str
    claim: Claim


def _surer(one: Stated | None, other: Stated | None) -> Stated | None:
    """The first value, unless only the second one is stated, or there is only that."""
    return next((value for value in (one, other) if value and value.claim.status is Status.STATED), one or other)


@dataclass(frozen=True, slots=True)
class Fields:
    """What the form of an input knows of its article besides the text; None and () where it knows nothing.

    Attributes:
        date: ISO date or datetime, with its zone if one was given.
        language: ISO 639-1 code or "".
    """

    title: Stated | None = None
    outlet: Stated | None = None
    authors: tuple[Stated, ...] = ()
    date: Stated | None = None
    standfirst: Stated | None = None
    language: str = ""

    def filled(self, other: Fields) -> Fields:
        """These fields, and where nothing is known those of ``other``; its title comes first."""
        return Fields(
            title=other.title or self.title,
            outlet=_surer(self.outlet, other.outlet),
            authors=self.authors or other.authors,
            date=_surer(self.date, other.date),
            standfirst=self.standfirst or other.standfirst,
            language=self.language or other.language,
        )


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item or caption.

    Attributes:
        links: (start, end, address) with offsets into ``text``.
        gap: whether a blank line stands before it; items of a list have none.
    """

    text: str
    hint: Hint | None = None
    links: tuple[tuple[int, int, str], ...] = ()
    gap: bool = True


@dataclass(slots=True)
class Sheet:
    """The lines written so far, with their hints and claims by line number."""

    lines: list[str] = field(default_factory=list)
    hints: dict[int, Hint] = field(default_factory=dict)
    claims: dict[int, Claim] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    size: int = 0

    def write(self, text: str, hint: Hint | None, *, gap: bool = True) -> None:
        """Add the text's lines, after a blank line if ``gap``."""
        if gap and self.lines:
            self._line("")
        for line in clean(text).split("\n"):
            if line.strip():
                self._line(line.strip())
                if hint:
                    self.hints[len(self.lines)] = hint

    def field(self, stated: Stated | None, hint: Hint) -> None:
        """Add a field on a line of its own, if it is known."""
        value = one_line(stated.value, LONGEST_FIELD) if stated else ""
        if stated and value:
            self.write(value, hint)
            self.claims[len(self.lines)] = stated.claim

    def block(self, block: Block) -> None:
        """Add a block, which is one line, with its links. Its text is clean already."""
        start = self.size + (1 if self.lines else 0) + (1 if block.gap and self.lines else 0)
        before = len(self.lines)
        self.write(block.text, block.hint, gap=block.gap)
        if len(self.lines) > before and self.lines[-1] == block.text:
            self.links.extend(Link(start + first, start + end, address) for first, end, address in block.links)

    def draft(self, language: str = "") -> Draft:
        """What was written."""
        return Draft("\n".join(self.lines), self.hints, language, self.claims, tuple(self.links))

    def _line(self, line: str) -> None:
        self.size += len(line) + (1 if self.lines else 0)
        self.lines.append(line)


def compose(fields: Fields, blocks: Iterable[Block]) -> Draft:
    """The draft of an article whose form knows these fields and whose text are these blocks."""
    sheet = Sheet()
    sheet.field(fields.title, Hint.TITLE)
    sheet.field(fields.outlet, Hint.OUTLET)
    if fields.authors:
        sheet.field(Stated("; ".join(name.value for name in fields.authors), fields.authors[0].claim), Hint.AUTHORS)
    sheet.field(fields.date, Hint.DATE)
    sheet.field(fields.standfirst, Hint.STANDFIRST)
    title = key_of(fields.title.value) if fields.title else ""
    for at, block in enumerate(blocks):
        if at or not title or key_of(block.text) != title:  # a page's text begins with its headline once more
            sheet.block(block)
    return sheet.draft(fields.language)
