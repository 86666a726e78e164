"""What the analysis finds in one article: sentences, mentions, dates, figures and quotations, all as offsets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.models.article import Article, LineLabel
from reader.models.kinds import NAMED_KINDS as NAMED_KINDS  # noqa: PLC0414 (known by this name)
from reader.models.kinds import FigureKind as FigureKind  # noqa: PLC0414 (the same)
from reader.models.kinds import Kind as Kind  # noqa: PLC0414 (the same)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence ``text[start:end]`` without surrounding blanks, inside one line, with that line's label."""

    start: int
    end: int
    label: LineLabel


class MentionSource(StrEnum):
    """Which part of the analysis found a mention."""

    MODEL = "model"
    RULE = "rule"
    PROPAGATED = "propagated"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, date or figure as written: no title, possessive or leading article.

    Attributes:
        confidence: 0 to 1, comparable within one source only.
        entity: id of the entity it belongs to; None for dates and figures, and until entities are resolved.
    """

    start: int
    end: int
    kind: Kind
    source: MentionSource
    confidence: float = 1.0
    entity: int | None = None


class Bound(StrEnum):
    """How a figure is hedged."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "atleast"
    AT_MOST = "atmost"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written, with hedge and unit ("around 30%", "15 miles").

    Attributes:
        value: the number in ``unit``, as written ("$1.7bn" is 1_700_000_000 in "USD").
        unit: "mile", "km", "%", "USD", "year", …; "" for a bare count.
        low: lowest value that the words allow, in the base unit of the kind (metre, kilogram, second, square metre,
            per cent, the currency's unit, one); see analysis.figures for how hedges become intervals.
        high: highest value that the words allow, in the same unit; infinity for "at least".
        counts: head noun of what is counted, lower case and singular ("company" in "30 Israeli companies"), or "".
        counts_start: offset of the phrase that says what is counted; equal to ``counts_end`` if nothing does.
        counts_end: its end.
    """

    start: int
    end: int
    kind: FigureKind
    value: float
    unit: str
    bound: Bound
    low: float
    high: float
    counts: str = ""
    counts_start: int = 0
    counts_end: int = 0


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date or time as written, and what it resolves to.

    Attributes:
        value: ISO 8601, as precise as the words are: "2023", "2023-03", "2023-04-19", "2023-04-19T20" (night),
            "2016/2020" (a range), "P2D" (a duration), or "" if it cannot be resolved.
        stated: whether the words alone say it ("29 March 2023"); otherwise it was resolved against ``anchor``.
        anchor: ISO date it was resolved against, or "".
    """

    start: int
    end: int
    value: str
    stated: bool
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage with its quote marks.

    Attributes:
        speaker: name of the person or organisation that said it, as a guess; None if there is no good guess.
        cue: the words by which it is attributed ("said", "declared"), or "".
        confidence: 0 to 1, of the speaker.
    """

    start: int
    end: int
    speaker: str | None
    cue: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Description:
    """Who somebody is, in the text's words ("Israeli foreign minister"), without an article before them.

    Attributes:
        name: where the mention of whom it tells begins.
    """

    start: int
    end: int
    name: int


class Tense(StrEnum):
    """When a clause places what it says. A gerund, an infinitive or a noun ("the opening of") places it nowhere.

    What is only held possible, or wished for, is ``POSSIBLE`` ("may", "is considering", "wants to"); what is not said
    to be so in another way ("if", "should") is ``MODAL``.
    """

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    POSSIBLE = "possible"
    MODAL = "modal"
    NONE = "none"


AGENT = "agent"
"""The role of who does it, in the active and in the passive."""

PATIENT = "patient"
"""The role of what it is done to."""

QUALITY = "quality"
"""The role of what somebody or something is said to be ("safe" in "the bridge is safe")."""


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what takes part in a clause: a phrase without its article, ended by its head ("Israeli embassy").

    Attributes:
        role: ``AGENT``, ``PATIENT``, ``QUALITY``, or the preposition that leads to it ("in", "to", "from").
    """

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """What a sentence says of somebody or something: the predicate with its auxiliaries ("will be signed").

    Attributes:
        verb: stem of the verb, or of the verb that a noun stands for ("open" of "the opening of an embassy").
        negated: whether it is denied: "did not sign", "refused to sign", "denied that it had signed".
        quoted: whether it stands inside a quotation.
        arguments: in reading order; several of one role where they are joined ("agreements and treaties").
    """

    start: int
    end: int
    verb: str
    tense: Tense
    negated: bool
    quoted: bool
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything found in one article; each tuple is in reading order and without overlaps of its own kind.

    Attributes:
        version: version of the analysis that made them; a newer one re-analyses.
        clauses: what its sentences say, once the article has been parsed; None before. Articles are parsed only when
            they are compared.
        found: the mentions as the machine found them, where a person has put some of them right; else None.
    """

    version: int
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    dates: tuple[TimeExpression, ...]
    quotes: tuple[Quotation, ...]
    clauses: tuple[Clause, ...] | None = None
    found: tuple[Mention, ...] | None = None
    described: tuple[Description, ...] = ()


NO_ANNOTATIONS = Annotations(0, (), (), (), (), ())
"""What an article has that is not analysed."""


@dataclass(frozen=True, slots=True)
class AnalysedArticle:
    """An article together with what was found in it."""

    article: Article
    annotations: Annotations
