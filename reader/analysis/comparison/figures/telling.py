"""What the words of a sentence tell of each of its figures: what is counted, under which verb, whose, where, when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.analysis.alignment.statements import Statement
from reader.analysis.alignment.words import Word
from reader.analysis.comparison.figures.governors import governor_of
from reader.analysis.comparison.figures.phrases import (
    aspect_of,
    attribute_before,
    group_before,
    is_market_price,
    is_restated,
    qualifiers,
    rank_of,
    whose_age,
)
from reader.analysis.comparison.figures.records import Aspect, Claim
from reader.analysis.comparison.figures.states import (
    is_elapsed,
    is_expected,
    is_former,
    is_long_ago,
    is_sampling_error,
    numbered_in,
    periods_in,
    spans_in,
)
from reader.analysis.comparison.figures.things import AGE, FATES, GENERAL, GROUPS, HURT, thing_named
from reader.analysis.figures.intervals import DURATION_SLACK
from reader.analysis.figures.units import UNITS
from reader.models.annotations import AGENT, PATIENT, Clause, Figure, FigureKind, Kind, Mention, TimeExpression
from reader.models.article import LineLabel

_BREAK = re.compile(
    r"[,;:()“”\"—–]|\b(?:and|or|but|while|whereas|with|which|who|that|when|where|after|before|although)\b"
)
_OPENING = 8
"""Characters before a date that opens a sentence: a preposition and an article."""
_OF = re.compile(r"\s+of\s+")
_OTHERS = re.compile(r"\s+(?:more|others?)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:together|combined|in total|in all|jointly|overall|altogether|worldwide|globally|nationwide"
    r"|around the world)\b",
    re.IGNORECASE,
)
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


def is_compared(figure: Figure) -> bool:
    """Whether a figure measures or counts something: degrees and speeds do, scores don't."""
    return figure.kind in COMPARED_KINDS or (figure.kind is FigureKind.OTHER and bool(figure.unit))


@dataclass(frozen=True, slots=True)
class Setting:
    """A statement with what its article says of it: when it was published, which words of the event are names.

    Attributes:
        mentions: the names in it.
        before: the statement before it, and its names.
    """

    number: int
    statement: Statement
    published: str
    names: frozenset[str]
    text: str
    clauses: Sequence[Clause]
    mentions: Sequence[Mention]
    before: Statement | None
    named_before: Sequence[Mention]

    def last_names(self, mentions: Sequence[Mention]) -> list[str]:
        """The last names, in lower case, of the people among some mentions."""
        return [
            self.text[mention.start : mention.end].split()[-1].casefold()
            for mention in mentions
            if mention.kind is Kind.PERSON
        ]


def claims_in(setting: Setting, figures: Sequence[Figure], dates: Sequence[TimeExpression]) -> list[Claim]:
    """The claims of one sentence."""
    statement = setting.statement
    words = [
        (word, thing_named(word.stem))
        for word in statement.words
        if not _DIGIT.search(word.stem) and not _within(word.start, figures) and not _within(word.start, dates)
    ]
    around = frozenset(name for _, name in words) - _UNIT_WORDS
    earlier = setting.before.words if setting.before and setting.before.label is not LineLabel.TITLE else ()
    scene = around | frozenset(thing_named(word.stem) for word in earlier if not _DIGIT.search(word.stem))
    resolved = frozenset(date.value for date in dates if date.value and not date.value.startswith(("P", "T")))
    numbered, periods = numbered_in(statement.text), periods_in(statement.text) | spans_in(resolved)
    claims: list[Claim] = []
    for place, written in enumerate(figures):
        figure = _in_years(written)
        rank = rank_of(statement, figure)
        if not (is_compared(figure) or rank) or is_restated(statement, figure, figures[place - 1] if place else None):
            continue
        start, end = _clause(statement, figures, place)
        beside = frozenset(name for word, name in words if start <= word.start < end) - _UNIT_WORDS
        thing = rank or _thing(statement, figure, beside)
        governor = governor_of(statement.text, figure, statement.passage.start)
        claims.append(
            Claim(
                number=setting.number,
                source=statement.source,
                figure=figure,
                thing=thing,
                governor="" if governor in setting.names else governor,
                attribute=attribute_before(statement, figure),
                verbs=_verbs(setting, figure),
                whose=whose_age(statement, figure, setting.last_names(setting.named_before)) if thing == AGE else "",
                doers=_doers(setting, figure),
                people=frozenset(setting.last_names(setting.mentions)),
                fates=_fates(figure, thing, beside),
                aspect=Aspect.PART if _is_rest(statement, figure, claims) else aspect_of(statement, figure),
                qualified=qualifiers(statement, figure, setting.mentions),
                own=is_sampling_error(statement.text)
                or (
                    figure.kind is FigureKind.DURATION
                    and is_elapsed(setting.text[statement.passage.start : figure.start])
                ),
                complement=_complement(statement, figure, words),
                expected=is_expected(setting.text[start : figure.end]),
                former=is_former(statement.text) or _is_long_ago(setting, dates, (start, end)),
                numbered=numbered,
                periods=periods,
                market=is_market_price(figure.kind, around),
                headline=statement.label is LineLabel.TITLE,
                total=_TOTAL.search(statement.text) is not None,
                beside=beside,
                around=around,
                scene=scene - _UNIT_WORDS,
                alone=False,
                leading=True,
                names=around & setting.names,
                dates=resolved,
                published=setting.published,
            )
        )
    return claims


def _in_years(figure: Figure) -> Figure:
    """A bare age ("Ana Ruiz, 51,") as the length of time that "51-year-old" is."""
    if figure.kind is not FigureKind.COUNT or thing_named(figure.counts) != AGE:
        return figure
    year = UNITS["year"]
    low, high = ((figure.value + slack) * year.size for slack in (-DURATION_SLACK, DURATION_SLACK))
    return replace(figure, kind=year.kind, unit=year.name, low=low, high=high)


def _is_rest(statement: Statement, figure: Figure, earlier: Sequence[Claim]) -> bool:
    """Whether a figure counts the others of a number: "Four have serious injuries, 20 others were slightly hurt"."""
    after = _OTHERS.match(statement.text, figure.end - statement.passage.start)
    if after is None:
        return False
    hurt = any(claim.fates & HURT for claim in earlier)
    return hurt or any(claim.figure.kind is FigureKind.COUNT and not claim.fates for claim in earlier)


def _thing(statement: Statement, figure: Figure, beside: frozenset[str]) -> str:
    """What is counted: the noun; of people, what befalls them, where the clause says one thing only."""
    if known := group_before(statement, figure) or attribute_before(statement, figure):
        return known
    thing = thing_named(figure.counts) if figure.counts else ""
    if figure.kind is FigureKind.COUNT and (not thing or thing in GENERAL or thing in FATES):
        fates = beside & FATES
        if len(fates) == 1:
            return next(iter(fates))
    return thing


def _is_long_ago(setting: Setting, dates: Sequence[TimeExpression], clause: tuple[int, int]) -> bool:
    """Whether a figure's clause, or the opening of its sentence ("In 1997, …"), tells of a time long past."""
    opening = setting.statement.passage.start + _OPENING
    near = (date for date in dates if clause[0] <= date.start < clause[1] or date.start <= opening)
    values = (date.value for date in near if not date.value.startswith(("P", "T")))
    return is_long_ago(frozenset(values), setting.published)


def _complement(statement: Statement, figure: Figure, words: Sequence[tuple[Word, str]]) -> frozenset[str]:
    """What follows "of" after the noun of a figure, up to the next break."""
    base = statement.passage.start
    at = max(figure.end, figure.counts_end) - base
    joint = _OF.match(statement.text, at) if figure.counts else None
    if joint is None:
        return frozenset()
    stop = _BREAK.search(statement.text, joint.end())
    end = stop.start() if stop else len(statement.text)
    return frozenset(name for word, name in words if joint.end() <= word.start - base < end)


def _fates(figure: Figure, thing: str, beside: frozenset[str]) -> frozenset[str]:
    """What befalls those whom a figure counts; nothing that befalls a group that they make up ("a family of five")."""
    if figure.kind is not FigureKind.COUNT or thing in GROUPS:
        return frozenset()
    return (beside | {thing}) & FATES


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
    return frozenset(thing_named(name.casefold()) for name in names if name[:1].isupper())


def _verbs(setting: Setting, figure: Figure) -> frozenset[str]:
    """The verbs that have the figure, or what it counts, as an argument: "190 people work", "employs 180 people"."""
    end = max(figure.end, figure.counts_end)
    return frozenset(
        thing_named(clause.verb)
        for clause in setting.clauses
        for argument in clause.arguments
        if argument.role in {AGENT, PATIENT} and argument.start < end and figure.start < argument.end
    )


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
