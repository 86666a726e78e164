"""The figures of an article: every number with its hedge, unit, interval and what it counts.

Stands after sentences and dates: dates, years and times of day are no figures; durations are both (their mention is a
DATE, their figure is kept for comparison).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reader.analysis.figures.counted import Counted, counted_after
from reader.analysis.figures.hedges import AFTER, BEFORE, EXACT, LONGEST, OUTSIDE, Hedge
from reader.analysis.figures.intervals import interval, unit_slack
from reader.analysis.figures.numbers import Form, Number, number_at
from reader.analysis.figures.tokens import Token, tokens_of
from reader.analysis.figures.units import (
    COUNT,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    LETTER_UNITS,
    PERCENT,
    SIGN_PREFIXES,
    UNITS,
    Unit,
    area_of,
)
from reader.analysis.temporal import find_dates
from reader.analysis.wordlists import words
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

_WEAK_HEDGES: Final = words("over under above below beyond around")
"""Prepositions of place that hedge only measured or larger numbers ("over two countries" hedges nothing)."""
_TOPIC_WORDS: Final = words(
    "talk talks talked talking speak spoke speaking spoken ask asked worry worried know knows knew think hear heard "
    "learn learned concerned concerns complained complain told write wrote questions information details"
)
"""Before "about" they make it a preposition ("asked about 30 companies")."""
_HEDGED_FROM: Final = 10


def extract_figures(article: Article, sentences: Iterable[Sentence]) -> tuple[Figure, ...]:
    """The figures of every line that is not noise, in reading order, without overlaps.

    ``low`` and ``high`` are in the base unit of the kind; see ``intervals`` for how hedges become intervals.
    """
    listed = tuple(sentences)
    dates = [date for date in find_dates(article, listed, None) if not is_duration(date)]
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


@dataclass(frozen=True, slots=True)
class _Measured:
    """A number with its unit: tokens from ``first`` up to ``last``."""

    number: Number
    unit: Unit
    first: int
    last: int


def figures_of(tokens: list[Token]) -> list[Figure]:
    """The figures among the tokens of one sentence, in order."""
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        number = number_at(tokens, at)
        if number is None:
            at += 1
            continue
        measured = _with_unit(tokens, number)
        if measured is None:
            at = number.last
            continue
        figure = _figure(tokens, measured, found[-1].end if found else 0)
        found.append(figure)
        at = measured.last
    return found


def _lower(tokens: list[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _with_unit(tokens: list[Token], number: Number) -> _Measured | None:
    """The number with its unit or currency; None if it is part of a code after all."""
    first, last = number.first, number.last
    if number.form is Form.ORDINAL:
        return _Measured(number, Unit("", FigureKind.ORDINAL), first, last)
    if number.form is Form.SCORE:
        return _Measured(number, Unit("", FigureKind.OTHER), first, last)
    if number.form is Form.SHARE:
        return _Measured(number, PERCENT, first, last)
    money = _currency_before(tokens, first)
    if money is not None:
        code, start = money
        end = last + (_lower(tokens, last) in CURRENCY_WORDS)
        return _Measured(number, Unit(code, FigureKind.MONEY), start, end)
    unit, end = _unit_after(tokens, number)
    if unit is not None:
        return _Measured(number, unit, first, end)
    follower = tokens[last] if last < len(tokens) else None
    if follower is not None and follower.glued and follower.is_word and tokens[last - 1].is_number:
        return None
    return _Measured(number, COUNT, first, last)


def _currency_before(tokens: list[Token], first: int) -> tuple[str, int] | None:
    sign = tokens[first - 1].text if first else ""
    if sign in CURRENCY_SIGNS:
        prefix = tokens[first - 2].text if first > 1 and tokens[first - 1].glued else ""
        if prefix in SIGN_PREFIXES:
            return SIGN_PREFIXES[prefix], first - 2
        return CURRENCY_SIGNS[sign], first - 1
    if sign in CURRENCY_CODES:
        return sign, first - 1
    return None


def _unit_after(tokens: list[Token], number: Number) -> tuple[Unit | None, int]:
    """The unit after a number and the token after it; hyphens join them ("670-kilometer")."""
    at = number.last
    if _lower(tokens, at) in {"-", "–"} and at + 1 < len(tokens) and tokens[at + 1].glued:
        at += 1
    word, after = _lower(tokens, at), _lower(tokens, at + 1)
    if word in {"%", "percent", "pct"}:
        return PERCENT, at + 1
    if word == "per" and after == "cent":
        return PERCENT, at + 2
    if word == "percentage" and after in {"point", "points"}:
        return Unit("point", FigureKind.OTHER), at + 2
    if word in {"square", "sq"}:
        at += 1 + (after == ".")
        length = UNITS.get(_lower(tokens, at))
        return (area_of(length), at + 1) if length and length.kind is FigureKind.LENGTH else (None, at)
    if word == "nautical" and after in {"mile", "miles"}:
        return UNITS["nmi"], at + 2
    if word in {"us", "american", "canadian", "australian"} and after in {"dollar", "dollars"}:
        return Unit({"canadian": "CAD", "australian": "AUD"}.get(word, "USD"), FigureKind.MONEY), at + 2
    if word in {"pound", "pounds"}:
        money = number.scaled or after == "sterling"
        return (Unit("GBP", FigureKind.MONEY) if money else UNITS["lb"]), at + 1 + (after == "sterling")
    if word == "degrees" and after in {"celsius", "fahrenheit"}:
        return UNITS[after], at + 2
    if word in LETTER_UNITS and not (tokens[number.last - 1].is_number and word != "won"):
        return None, at
    if word in CURRENCY_WORDS and word != "won":
        return Unit(CURRENCY_WORDS[word], FigureKind.MONEY), at + 1
    unit = UNITS.get(word)
    if unit is None or (word == "second" and number.value != 1) or (unit.name == "degree" and after in {"in", "from"}):
        return None, at
    return unit, at + 1


def _figure(tokens: list[Token], measured: _Measured, floor: int) -> Figure:
    number, unit = measured.number, measured.unit
    hedge, first = _hedge_before(tokens, measured, floor)
    hedge, last = _hedge_after(tokens, measured, hedge)
    end_token = measured.last
    age = _lower(tokens, end_token) in {"-", "–"} and _lower(tokens, end_token + 1) == "old"
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
        "age" if age else counted.noun if counted else "",
        *where,
    )


def _counted(tokens: list[Token], at: int, unit: Unit, number: Number) -> Counted | None:
    if unit.kind in {FigureKind.ORDINAL, FigureKind.OTHER} and number.form in {Form.SCORE, Form.ORDINAL}:
        return None
    return counted_after(tokens, at, unit.kind)


def _ends(number: Number, unit: Unit, hedge: Hedge) -> tuple[float, float, Bound]:
    size = unit.size
    slack = number.slack * size
    if number.form is Form.RANGE and number.low is not None and number.high is not None:
        margin = max(slack, unit_slack(number.value, unit.kind) * size)
        return number.low * size - margin, number.high * size + margin, Bound.ABOUT
    if number.form is Form.VAGUE and number.low is not None and number.high is not None:
        return number.low * size, number.high * size, Bound.ABOUT
    if not number.scaled:
        slack = max(slack, unit_slack(number.value, unit.kind) * size)
    low, high = interval(number.value * size, slack, hedge.bound, nearly=hedge.nearly, strict=hedge.strict)
    return low, high, hedge.bound


def _hedge_before(tokens: list[Token], measured: _Measured, floor: int) -> tuple[Hedge, int]:
    """The hedge before a figure and its first token; words that only stress it stay outside."""
    first = measured.first
    if _lower(tokens, first - 1) == "between" and measured.number.form is Form.RANGE:
        return EXACT, first - 1
    for length in range(min(LONGEST, first), 0, -1):
        words = tuple(token.lower for token in tokens[first - length : first])
        hedge = BEFORE.get(words)
        if hedge is None or tokens[first - length].start < floor:
            continue
        if words in OUTSIDE:
            return hedge, first
        if not _is_hedging(tokens, first - length, words, measured):
            continue
        return hedge, first - length
    return EXACT, first


def _is_hedging(tokens: list[Token], at: int, words: tuple[str, ...], measured: _Measured) -> bool:
    if words == ("about",) and _lower(tokens, at - 1) in _TOPIC_WORDS:
        return False
    if measured.number.form is Form.ORDINAL:
        return False
    small = measured.unit is COUNT and measured.number.form is Form.PLAIN and measured.number.value < _HEDGED_FROM
    return not (small and len(words) == 1 and words[0] in _WEAK_HEDGES)


def _hedge_after(tokens: list[Token], measured: _Measured, hedge: Hedge) -> tuple[Hedge, int]:
    last = measured.last
    pair = (_lower(tokens, last), _lower(tokens, last + 1))
    if pair in AFTER:
        return AFTER[pair], last + 2
    if pair[0] == "+" and tokens[last].glued:
        return AFTER["or", "more"], last + 1
    return hedge, last
