"""The figures of an article: every number with its hedge, unit, interval and what it counts.

Stands after sentences and dates: dates, years and times of day are no figures; durations are both (their mention is a
DATE, their figure is kept for comparison).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.analysis.figures.compounds import unit_and_a_half, with_rest
from reader.analysis.figures.counted import Counted, counted_after
from reader.analysis.figures.hedges import Hedge
from reader.analysis.figures.hedging import hedge_after, hedge_before
from reader.analysis.figures.intervals import interval, unit_slack
from reader.analysis.figures.measured import Measured, with_unit
from reader.analysis.figures.numbers import Form, Number, lower_at
from reader.analysis.figures.reading import number_at
from reader.analysis.figures.tokens import Token, tokens_of
from reader.analysis.figures.units import COUNT, Unit
from reader.analysis.temporal import find_dates
from reader.models.annotations import (
    Bound,
    Figure,
    FigureKind,
    Kind,
    Mention,
    MentionSource,
    Sentence,
    TimeExpression,
)
from reader.models.article import NOISE_LABELS, Article


def extract_figures(
    article: Article, sentences: Iterable[Sentence], dates: Iterable[TimeExpression] | None = None
) -> tuple[Figure, ...]:
    """The figures of every line that is not noise, in reading order, without overlaps.

    ``dates`` are the time expressions of the article, in order; without them they are looked for here.
    ``low`` and ``high`` are in the base unit of the kind; see ``intervals`` for how hedges become intervals.
    """
    listed = tuple(sentences)
    dates = [date for date in (find_dates(article, listed, None) if dates is None else dates) if not is_duration(date)]
    found: list[Figure] = []
    at = 0
    for sentence in listed:
        if sentence.label in NOISE_LABELS:
            continue
        while at < len(dates) and dates[at].end <= sentence.start:
            at += 1
        blocked: list[tuple[int, int]] = []
        reach = at
        while reach < len(dates) and dates[reach].start < sentence.end:
            blocked.append((dates[reach].start, dates[reach].end))
            reach += 1
        found.extend(figures_of(tokens_of(article.text, sentence.start, sentence.end, blocked)))
    return tuple(found)


def is_duration(date: TimeExpression) -> bool:
    """Whether a time expression is a length of time, which is a figure too ("four days")."""
    return date.value.startswith("P") or (not date.value and date.stated)


def figure_mentions(figures: Iterable[Figure], dates: Iterable[TimeExpression]) -> tuple[Mention, ...]:
    """The figures that are shown and counted as FIGURE mentions.

    Percentages, money, measures, counts, ordinals and scores are; durations and ages are not (a duration's mention is
    the DATE that ``temporal`` found), nor is anything that overlaps one of ``dates``.
    """
    taken = [(date.start, date.end) for date in dates]
    mentions: list[Mention] = []
    at = 0
    for figure in figures:
        while at < len(taken) and taken[at][1] <= figure.start:
            at += 1
        overlaps = at < len(taken) and taken[at][0] < figure.end
        if not overlaps and figure.kind not in {FigureKind.DURATION, FigureKind.TIME}:
            mentions.append(Mention(figure.start, figure.end, Kind.FIGURE, MentionSource.RULE))
    return tuple(mentions)


def figures_of(tokens: list[Token]) -> list[Figure]:
    """The figures among the tokens of one sentence, in order."""
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        if measured := unit_and_a_half(tokens, at):
            found.append(_figure(tokens, measured, found[-1].end if found else 0))
            at = measured.last
            continue
        number = number_at(tokens, at)
        if number is None:
            at += 1
            continue
        measured = None if _is_list_number(tokens, number) or _is_base(tokens, number) else with_unit(tokens, number)
        if measured is None:
            at = number.last
            continue
        measured = with_rest(tokens, measured)
        figure = _figure(tokens, measured, found[-1].end if found else 0)
        found.append(figure)
        at = measured.last
    return found


_LONGEST_LIST = 100
"""Items of a numbered list, at most: a larger number before a full stop is the answer to a question."""


def _is_list_number(tokens: list[Token], number: Number) -> bool:
    """Whether a number is that of an item: a sentence of its own, or first before a bracket ("3.", "2)")."""
    if number.first or not tokens[0].is_number or number.last != 1 or len(tokens) == 1:
        return False
    return tokens[1].glued and (tokens[1].text == ")" or (tokens[1].text == "." and number.value < _LONGEST_LIST))


def _is_base(tokens: list[Token], number: Number) -> bool:
    """Whether a round number only says of how many a rate is ("4.8 per 1,000 children")."""
    before = lower_at(tokens, number.first - 1)
    return before == "per" and number.value >= 100 and number.form is Form.PLAIN


def _is_age(tokens: list[Token], measured: Measured) -> bool:
    """Whether a bare number between commas after a name is the person's age ("Marta Ruiz, 51,")."""
    if measured.unit is not COUNT or measured.number.form is not Form.PLAIN or not 1 <= measured.number.value < 120:
        return False
    name = tokens[measured.first - 2] if measured.first > 1 else None
    if name is None or lower_at(tokens, measured.first - 1) not in {",", "("} or measured.last - measured.first > 1:
        return False
    return name.is_word and name.text[0].isupper() and lower_at(tokens, measured.last) in {",", ".", ";", ")"}


def _figure(tokens: list[Token], measured: Measured, floor: int) -> Figure:
    measured = _below_zero(tokens, measured)
    number, unit = measured.number, measured.unit
    hedge, first = hedge_before(tokens, measured, floor)
    hedge, last = hedge_after(tokens, measured, hedge)
    end_token = measured.last
    age = lower_at(tokens, end_token) in {"-", "–"} and lower_at(tokens, end_token + 1) == "old"
    if age:
        last = end_token = measured.last + 2
    counted = _counted(tokens, max(end_token, last), unit, number)
    low, high, bound = _ends(number, unit, hedge)
    where = (counted.start, counted.end) if counted else (tokens[last - 1].end, tokens[last - 1].end)
    return Figure(
        tokens[first].start,
        tokens[last - 1].end,
        unit.kind,
        number.value,
        unit.name,
        bound,
        low,
        high,
        "age" if age or _is_age(tokens, measured) else counted.noun if counted else "",
        *where,
    )


def _below_zero(tokens: list[Token], measured: Measured) -> Measured:
    """A temperature with the sign before it ("minus 12 degrees")."""
    first = measured.first
    if measured.unit.name not in {"°C", "°F", "degree"} or lower_at(tokens, first - 1) not in {"minus", "−", "-"}:
        return measured
    return replace(measured, number=replace(measured.number, value=-measured.number.value), first=first - 1)


def _counted(tokens: list[Token], at: int, unit: Unit, number: Number) -> Counted | None:
    if unit.kind in {FigureKind.ORDINAL, FigureKind.OTHER} and number.form in {Form.SCORE, Form.ORDINAL}:
        return None
    return counted_after(tokens, at, unit.kind)


def _ends(number: Number, unit: Unit, hedge: Hedge) -> tuple[float, float, Bound]:
    size = unit.size
    slack = number.slack * size
    if number.form is Form.RANGE and number.low is not None and number.high is not None:
        margin = max(slack, unit_slack(number.value, unit.kind, converts=bool(unit.dimension)) * size)
        return number.low * size - margin, number.high * size + margin, Bound.ABOUT
    if number.form is Form.VAGUE and number.low is not None and number.high is not None:
        return number.low * size, number.high * size, Bound.ABOUT
    if not number.scaled:
        slack = max(slack, unit_slack(number.value, unit.kind, converts=bool(unit.dimension)) * size)
    low, high = interval(number.value * size, slack, hedge.bound, nearly=hedge.nearly, strict=hedge.strict)
    return low, high, hedge.bound
