"""One event from all its sources: links, aligned rows, figures, quotes and differences. Never a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.models.annotations import Bound, FigureKind, Kind


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch ``text[start:end]`` of one article."""

    article: int
    start: int
    end: int


class Tier(StrEnum):
    """How sure a link is."""

    STRONG = "strong"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences of two articles that say the same thing. ``a.article < b.article``, each pair once."""

    a: Passage
    b: Passage
    score: float
    tier: Tier


class Relation(StrEnum):
    """How the readings of a row relate."""

    AGREE = "agree"
    DIFFER = "differ"
    CONFLICT = "conflict"
    SINGLE = "single"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence of a row.

    Attributes:
        differing: stretches inside it whose words the other readings of the row lack, as (start, end).
        disputed: stretches inside it that conflict with another reading (figures, dates), as (start, end).
    """

    article: int
    start: int
    end: int
    differing: tuple[tuple[int, int], ...] = ()
    disputed: tuple[tuple[int, int], ...] = ()


class Topic(StrEnum):
    """What a row or a difference is about."""

    FIGURE = "figure"
    DATE = "date"
    ROLE = "role"
    TENSE = "tense"
    NEGATION = "negation"
    PRECISION = "precision"
    NAME = "name"
    WORDING = "wording"
    CONTEXT = "context"
    QUOTE = "quote"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Row:
    """An aligned unit: what each source says of one thing.

    Attributes:
        key: stable name of the row: the digest of its sentences' texts, 12 hexadecimal digits.
        readings: by article in the comparison's order, then by offset; a source without a reading has a gap.
        topics: what it is about besides words (figure, quote, date, role).
        doubtful: sources may disagree in it (a likely, not a sure, difference): shown as "?", whatever the relation.
        see: keys of rows that hold sentences linked to sentences of this one.
    """

    key: str
    relation: Relation
    readings: tuple[Reading, ...]
    topics: tuple[Topic, ...] = ()
    doubtful: bool = False
    see: tuple[str, ...] = ()


class FigureRelation(StrEnum):
    """How the values of one figure relate."""

    AGREE = "agree"
    CONFLICT = "conflict"
    COMPATIBLE = "compatible"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class FigureValue:
    """One source's figure; ``start`` and ``end`` span it as written, with hedge and unit."""

    article: int
    start: int
    end: int
    value: float
    unit: str
    bound: Bound


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """What the sources say of one figure: one unit, one thing counted."""

    relation: FigureRelation
    kind: FigureKind
    label: str
    values: tuple[FigureValue, ...]


class Aspect(StrEnum):
    """What a fact says of a happening."""

    WHO = "who"
    WHOM = "whom"
    WHEN = "when"
    WHERE = "where"


class FactRelation(StrEnum):
    """How the values of one fact relate.

    ``COMPATIBLE`` values can all be right (a day and its month, a city and its country); ``BESIDE`` ones differ, and
    nothing says for certain that only one of them can be right; ``CONFLICT`` ones exclude each other.
    """

    AGREE = "agree"
    COMPATIBLE = "compatible"
    BESIDE = "beside"
    CONFLICT = "conflict"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class FactValue:
    """What one source says: ``start`` and ``end`` span its words.

    Attributes:
        value: the words brought to a comparable form: an ISO date, the name of a place, person or organisation.
        entity: id of the entity that the words name, or None.
        stated: of a date, whether the words alone say it; otherwise they were resolved against ``anchor``.
        anchor: ISO date that they were resolved against, or "".
    """

    article: int
    start: int
    end: int
    value: str
    entity: int | None = None
    stated: bool = True
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What the sources say of one aspect of one happening: when, where, or who took part.

    Attributes:
        topic: date, place or role.
        happening: key that all facts of one happening share; they follow one another.
        label: what happened, in the words of the first source: "opened · embassy".
        values: in the order of the articles, one for each source that says it.
    """

    topic: Topic
    aspect: Aspect
    relation: FactRelation
    happening: str
    label: str
    values: tuple[FactValue, ...]


class QuoteRelation(StrEnum):
    """How the versions of one utterance relate."""

    IDENTICAL = "identical"
    CONTAINED = "contained"
    VARIANT = "variant"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """One utterance in the versions of its sources."""

    relation: QuoteRelation
    speaker: str | None
    members: tuple[Passage, ...]


class Confidence(StrEnum):
    """How sure a difference is: sure ones are marked "!", likely ones "?"."""

    SURE = "sure"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement between sources, with the passages that disagree.

    Attributes:
        key: stable name: the digest of kind and passages' texts, 12 hexadecimal digits.
        readings: the phrase or sentence at issue, at most 320 characters each, one or two for an article.
        note: one sentence for a person: "12 miles / 15 miles from the border".
        dismissed: whether the person has set it aside.
    """

    key: str
    kind: Topic
    confidence: Confidence
    readings: tuple[Passage, ...]
    note: str
    dismissed: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often each source mentions an entity: pairs of article id and number, in the comparison's order."""

    entity: int
    name: str
    kind: Kind
    counts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Title and first sentence of one source, as (start, end); None where the article has none of its own.

    Attributes:
        title_words: stretches of the title whose words no other title of the comparison has: verbs, nouns, names.
        lead_words: the same of the first sentence.
    """

    article: int
    title: tuple[int, int] | None
    lead: tuple[int, int] | None
    title_words: tuple[tuple[int, int], ...] = ()
    lead_words: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DatedWords:
    """The words of an article that name a date: "on Wednesday", "29 March 2023".

    Attributes:
        stated: whether the words alone say it; otherwise they were resolved against ``anchor``.
        anchor: ISO date that they were resolved against, or "".
    """

    article: int
    start: int
    end: int
    stated: bool
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened when: an ISO date, whether all its readings state it, and the sentences that say it.

    Attributes:
        words: the words that name the date, by article in the order of the readings.
    """

    date: str
    stated: bool
    readings: tuple[Passage, ...]
    words: tuple[DatedWords, ...] = ()


class Part(StrEnum):
    """What a comparison of very much leaves out, by what is then not compared."""

    SENTENCES = "sentences"
    QUOTES = "quotes"
    FIGURES = "figures"
    DATES = "dates"
    CLAUSES = "clauses"


@dataclass(frozen=True, slots=True)
class Omission:
    """Of so many of its parts (or of the sources that have them), so many were not compared."""

    part: Part
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that comparing some articles brought out.

    Attributes:
        articles: ids, the reference first, the others by date and id.
        rows: in reading order: the reference's order, other rows after their nearest preceding one.
        facts: what is no figure: what several sources say by happening, then the dates and places of single ones.
        left_out: what was too much to be compared in the time that one comparison may take: it is then partial.
    """

    articles: tuple[int, ...]
    links: tuple[Link, ...]
    rows: tuple[Row, ...]
    figures: tuple[FigureGroup, ...]
    quotes: tuple[QuoteGroup, ...]
    differences: tuple[Difference, ...]
    coverage: tuple[Coverage, ...]
    heads: tuple[Head, ...]
    timeline: tuple[TimelineEntry, ...]
    facts: tuple[Fact, ...] = ()
    left_out: tuple[Omission, ...] = ()
