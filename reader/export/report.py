"""What every readable format of a comparison is written from: its parts in words, each passage with its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Emphasis(StrEnum):
    """What sets a stretch of a sentence apart from the other readings of its row."""

    NONE = "none"
    DIFFERING = "differing"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage, in its exact words."""

    words: str
    emphasis: Emphasis = Emphasis.NONE


@dataclass(frozen=True, slots=True)
class Source:
    """One article as it is cited.

    Attributes:
        number: its place among the sources, counted from 1; the reference is 1.
        article: its id in the library.
        name: its outlet, told apart from every other source's.
        title: its title, or "".
        outlet: its outlet, or "".
        authors: their names, "A, B", or "".
        day: "19 Apr 2023", with a tilde if inferred, or "undated".
        published: the ISO date or datetime, or "".
        status: stated, inferred or unknown: how the date is known.
        origin: path or URL.
        link: the origin if it is a web address that is safe to open, else None.
        language: ISO 639-1 code, or "".
        same_as: number of the source that carries the same text and stands for it; 0 for a source of its own.
    """

    number: int
    article: int
    name: str
    title: str
    outlet: str
    authors: str
    day: str
    published: str
    status: str
    origin: str
    link: str | None
    language: str
    same_as: int = 0

    @property
    def column(self) -> int:
        """The number of the source in whose column it stands."""
        return self.same_as or self.number


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage with its source: ``start`` and ``end`` in the article's unchanged text."""

    source: Source
    start: int
    end: int
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> str:
        """The exact words of the passage."""
        return "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of the comparison.

    Attributes:
        number: its place in reading order, counted from 1: what it is cited by.
        topics: what it is about besides words: "figure", "quote".
        see: numbers of rows that hold sentences linked to sentences of this one.
    """

    number: int
    key: str
    relation: str
    mark: str
    meaning: str
    topics: tuple[str, ...]
    readings: tuple[Cited, ...]
    see: tuple[int, ...]

    @property
    def is_shared(self) -> bool:
        """Whether several sources have a sentence in it."""
        return len({reading.source.number for reading in self.readings}) > 1


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """What the sources say of one figure: what it counts, how the values relate, and the values as written."""

    label: str
    mark: str
    meaning: str
    values: tuple[Cited, ...]

    @property
    def is_single(self) -> bool:
        """Whether only one source has it."""
        return len({value.source.column for value in self.values}) == 1


@dataclass(frozen=True, slots=True)
class ReportValue:
    """What one source says of a fact: its words, and what they come to ("~19 Apr 2023", "Baku")."""

    cited: Cited
    told: str


@dataclass(frozen=True, slots=True)
class ReportFact:
    """What the sources say of one happening: what happened, the aspect (who, when, where), and the values."""

    label: str
    aspect: str
    relation: str
    mark: str
    meaning: str
    values: tuple[ReportValue, ...]

    @property
    def is_single(self) -> bool:
        """Whether only one source has it."""
        return len({value.cited.source.column for value in self.values}) == 1


@dataclass(frozen=True, slots=True)
class ReportQuote:
    """One utterance: who said it (a guess, or None), how its versions relate, and the versions."""

    speaker: str | None
    mark: str
    meaning: str
    versions: tuple[Cited, ...]

    @property
    def is_single(self) -> bool:
        """Whether only one source has it."""
        return len({version.source.number for version in self.versions}) == 1


@dataclass(frozen=True, slots=True)
class ReportDifference:
    """One disagreement: what it is about, its note, the passages, and the rows that hold them.

    Attributes:
        dismissed: whether the person has set it aside.
    """

    mark: str
    meaning: str
    about: str
    note: str
    readings: tuple[Cited, ...]
    rows: tuple[int, ...]
    dismissed: bool


@dataclass(frozen=True, slots=True)
class ReportName:
    """How often each source names someone or something; ``counts`` in the order of the columns."""

    name: str
    kind: str
    counts: tuple[int, ...]

    @property
    def sources(self) -> int:
        """How many sources have it."""
        return sum(count > 0 for count in self.counts)


@dataclass(frozen=True, slots=True)
class ReportHead:
    """Title and first sentence of a source, as far as its text has them."""

    source: Source
    title: Cited | None
    lead: Cited | None


@dataclass(frozen=True, slots=True)
class ReportMoment:
    """A date, "19 Apr 2023" (with a tilde if inferred), and the sentences that say what happened then."""

    day: str
    readings: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole comparison in words.

    Attributes:
        title: of the event, or of the reference article.
        day: of the event, "19 Apr 2023", or "".
        sources: those with a column first, then those whose text another one carries too.
        rows: in reading order, each with its number.
        partial: what was too much to be compared, in words; "" if all was.
    """

    title: str
    day: str
    sources: tuple[Source, ...]
    heads: tuple[ReportHead, ...]
    rows: tuple[ReportRow, ...]
    differences: tuple[ReportDifference, ...]
    figures: tuple[ReportFigure, ...]
    quotes: tuple[ReportQuote, ...]
    names: tuple[ReportName, ...]
    moments: tuple[ReportMoment, ...]
    facts: tuple[ReportFact, ...] = ()
    partial: str = ""

    @property
    def columns(self) -> tuple[Source, ...]:
        """The sources with a text of their own."""
        return tuple(source for source in self.sources if not source.same_as)

    def same_text(self, source: Source) -> tuple[Source, ...]:
        """The other sources that carry the text of this one."""
        return tuple(other for other in self.sources if other.same_as == source.number)
