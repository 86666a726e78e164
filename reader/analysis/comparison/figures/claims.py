"""What each figure is said about: the thing counted, the words beside it and those of its whole sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.statements import Statement
from reader.analysis.comparison.figures.governors import governor_of
from reader.analysis.comparison.figures.things import AGE, FATES, GENERAL, thing_named
from reader.models.annotations import AGENT, PATIENT, Clause, Figure, FigureKind, TimeExpression
from reader.models.article import LineLabel

Spanned = TypeVar("Spanned", Figure, TimeExpression, Clause)

_BREAK = re.compile(
    r"[,;:()“”\"—–]|\b(?:and|or|but|while|whereas|with|which|who|that|when|where|after|before|although)\b"
)
_TOTAL = re.compile(r"\b(?:together|combined|in total|in all|jointly|overall|altogether)\b", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"([A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*), (?:aged |age )?$")
_NAME_AFTER = re.compile(r"(?:-old)?(?: [A-Z][^\W\d_]+)* ([A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*)")
_DIGIT = re.compile(r"\d")
_UNIT_NAMES = """
mile kilometre kilometer metre km percent dollar euro pound million billion
"""
_UNIT_WORDS = frozenset(map(thing_named, _UNIT_NAMES.split()))

COMPARED_KINDS = frozenset(
    {
        FigureKind.COUNT,
        FigureKind.PERCENT,
        FigureKind.MONEY,
        FigureKind.LENGTH,
        FigureKind.AREA,
        FigureKind.MASS,
        FigureKind.DURATION,
    }
)
"""Times of day and dates are compared as dates; ordinals and scores name things rather than measure them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure in its sentence.

    Attributes:
        number: its statement.
        thing: what is counted, by canonical name, or "".
        governor: the verb that the figure depends on, by canonical name, or "".
        verbs: stems of the verbs of which the figure is who does it, or what it is done to, by the parse.
        whose: of an age, the last name of the person, in lower case, or "".
        doers: last names of who does it by the parse, in lower case; empty if nobody is named.
        headline: whether it stands in the title.
        total: whether its sentence adds up ("together, the two parties hold 87 seats").
        beside: canonical names of the content words of its clause, without those of figures.
        around: the same of its whole sentence.
        names: those of them that are names.
        dates: resolved ISO dates of its sentence.
        published: ISO day on which its article was published, or "".
    """

    number: int
    source: int
    figure: Figure
    thing: str
    governor: str
    verbs: frozenset[str]
    whose: str
    doers: frozenset[str]
    headline: bool
    total: bool
    beside: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    dates: frozenset[str]
    published: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A statement with what its article says of itself: when it was published, which words of the event are names."""

    number: int
    statement: Statement
    published: str
    names: frozenset[str]
    text: str
    clauses: Sequence[Clause]


def claims_of(alignment: Alignment) -> tuple[Claim, ...]:
    """Every comparable figure of the aligned sentences, in canonical order."""
    found: list[Claim] = []
    numbers = _numbers_by_source(alignment.statements)
    names = frozenset(thing_named(name) for statement in alignment.statements for name in statement.names)
    for source, analysed in enumerate(alignment.articles):
        published = (analysed.article.published.value or "")[:10]
        statements = [alignment.statements[number] for number in numbers.get(source, ())]
        figures = _inside(analysed.annotations.figures, statements)
        dates = _inside(analysed.annotations.dates, statements)
        clauses = _inside(analysed.annotations.clauses or (), statements)
        text = analysed.article.text
        read = zip(numbers.get(source, ()), statements, figures, dates, clauses, strict=True)
        for number, statement, own, dated, said in read:
            if own and statement.is_readable:
                found.extend(_claims_in(Setting(number, statement, published, names, text, said), own, dated))
    return tuple(found)


def _inside(spans: Sequence[Spanned], statements: Sequence[Statement]) -> list[list[Spanned]]:
    """For each statement of one article, in order, the spans that start inside it."""
    waiting = sorted(spans, key=lambda span: -span.start)
    found: list[list[Spanned]] = []
    for statement in statements:
        own: list[Spanned] = []
        while waiting and waiting[-1].start < statement.passage.end:
            span = waiting.pop()
            if span.start >= statement.passage.start:
                own.append(span)
        found.append(own)
    return found


def _numbers_by_source(statements: Sequence[Statement]) -> Mapping[int, list[int]]:
    numbers: dict[int, list[int]] = {}
    for number, statement in enumerate(statements):
        numbers.setdefault(statement.source, []).append(number)
    return numbers


def _claims_in(setting: Setting, figures: Sequence[Figure], dates: Sequence[TimeExpression]) -> list[Claim]:
    """The claims of one sentence."""
    statement = setting.statement
    words = [
        (word, thing_named(word.stem))
        for word in statement.words
        if not _DIGIT.search(word.stem) and not _within(word.start, figures) and not _within(word.start, dates)
    ]
    around = frozenset(name for _, name in words) - _UNIT_WORDS
    resolved = frozenset(date.value for date in dates if date.value and not date.value.startswith(("P", "T")))
    claims: list[Claim] = []
    for place, figure in enumerate(figures):
        if figure.kind not in COMPARED_KINDS:
            continue
        start, end = _clause(statement, figures, place)
        beside = frozenset(name for word, name in words if start <= word.start < end) - _UNIT_WORDS
        claims.append(
            Claim(
                number=setting.number,
                source=statement.source,
                figure=figure,
                thing=_thing(figure, beside),
                governor=governor_of(statement.text, figure, statement.passage.start),
                verbs=_verbs(setting, figure),
                whose=_whose(statement, figure) if thing_named(figure.counts) == AGE else "",
                doers=_doers(setting, figure),
                headline=statement.label is LineLabel.TITLE,
                total=_TOTAL.search(statement.text) is not None,
                beside=beside,
                around=around,
                names=around & setting.names,
                dates=resolved,
                published=setting.published,
            )
        )
    return claims


def _thing(figure: Figure, beside: frozenset[str]) -> str:
    """What is counted: the noun; of people, what befalls them, where the clause says one thing only."""
    thing = thing_named(figure.counts) if figure.counts else ""
    if figure.kind is FigureKind.COUNT and (not thing or thing in GENERAL or thing in FATES):
        fates = beside & FATES
        if len(fates) == 1:
            return next(iter(fates))
    return thing


def _doers(setting: Setting, figure: Figure) -> frozenset[str]:
    """Who is named as doing what the figure is told of: the agents of the last clause that begins before it."""
    start = setting.statement.passage.start
    before = [clause for clause in setting.clauses if start <= clause.start < figure.start]
    if not before:
        return frozenset()
    names = (
        setting.text[argument.start : argument.end].split()[-1]
        for argument in max(before, key=lambda clause: clause.start).arguments
        if argument.role == AGENT and argument.end > argument.start
    )
    return frozenset(name.casefold() for name in names if name[:1].isupper())


def _verbs(setting: Setting, figure: Figure) -> frozenset[str]:
    """The verbs that have the figure, or what it counts, as an argument: "190 people work", "employs 180 people"."""
    end = max(figure.end, figure.counts_end)
    return frozenset(
        thing_named(clause.verb)
        for clause in setting.clauses
        for argument in clause.arguments
        if argument.role in {AGENT, PATIENT} and argument.start < end and figure.start < argument.end
    )


def _whose(statement: Statement, figure: Figure) -> str:
    """The last name of the person whose age a figure is: "Ana Ruiz, 51," or "51-year-old Ana Ruiz"."""
    base = statement.passage.start
    before = _NAME_BEFORE.search(statement.text[: figure.start - base])
    after = _NAME_AFTER.match(statement.text[max(figure.end, figure.counts_end) - base :])
    found = before or after
    return found[1].casefold() if found else ""


def _within(at: int, spans: Sequence[Figure] | Sequence[TimeExpression]) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _clause(statement: Statement, figures: Sequence[Figure], place: int) -> tuple[int, int]:
    """Where the clause around a figure starts and ends: at punctuation, at a conjunction, at another figure."""
    figure, base = figures[place], statement.passage.start
    start = figures[place - 1].end if place else base
    end = figures[place + 1].start if place + 1 < len(figures) else statement.passage.end
    for match in _BREAK.finditer(statement.text):
        if match.end() + base <= figure.start:
            start = max(start, match.end() + base)
        elif match.start() + base >= figure.end:
            end = min(end, match.start() + base)
            break
    return start, end
