"""What each date is said about: its clause, its sentence, and whether it is a point, a beginning or an end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.statements import Statement
from reader.analysis.comparison.figures.things import thing_named
from reader.analysis.temporal import date_interval
from reader.models.annotations import TimeExpression

_BREAK = re.compile(
    r"[,;:()“”\"—–]|\b(?:and|but|while|whereas|which|who|that|when|where|after|before|although|until|because)\b"
)
_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|tomorrow)\b", re.IGNORECASE
)
_REPORTING = re.compile(
    r"\b(?:said|says|told|reported|announced|wrote|added|stated|published|according|statement|tweeted|posted)\W*(?:on|in|by)?\W*$",
    re.IGNORECASE,
)
_REPORTED_AFTER = re.compile(r"\W*(?:said|told|reported|announced|wrote|stated)\b", re.IGNORECASE)
_BEFORE = 40
"""Characters before a date in which its preposition and its verb stand."""


class Sense(StrEnum):
    """What a date is of: a point in time, a beginning, an end."""

    POINT = "point"
    SINCE = "since"
    UNTIL = "until"


_SENSES = {
    "since": Sense.SINCE,
    "from": Sense.SINCE,
    "after": Sense.SINCE,
    "until": Sense.UNTIL,
    "till": Sense.UNTIL,
    "by": Sense.UNTIL,
    "before": Sense.UNTIL,
    "to": Sense.UNTIL,
}
_PREPOSITION = re.compile(r"\b([a-z]+)\s+(?:the\s+|early\s+|late\s+|last\s+|next\s+)*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateClaim:
    """A resolved date in its sentence.

    Attributes:
        number: its statement.
        beside: canonical names of the words of its clause that are no names.
        around: the same of its whole sentence.
        words: the date as written, in lower case.
        relative: whether it is a weekday or a word as "yesterday", which is only as good as the date of publication.
        published: ISO day of publication, or "".
    """

    number: int
    source: int
    expression: TimeExpression
    sense: Sense
    beside: frozenset[str]
    around: frozenset[str]
    words: str
    relative: bool
    published: str


def date_claims(alignment: Alignment) -> tuple[DateClaim, ...]:
    """Every resolved date of the aligned sentences but those on which something was merely said."""
    found: list[DateClaim] = []
    waiting: list[TimeExpression] = []
    source = -1
    for number, statement in enumerate(alignment.statements):
        analysed = alignment.articles[statement.source]
        if statement.source != source:
            source = statement.source
            waiting = sorted(analysed.annotations.dates, key=lambda date: -date.start)
        own: list[TimeExpression] = []
        while waiting and waiting[-1].start < statement.passage.end:
            expression = waiting.pop()
            if expression.start >= statement.passage.start:
                own.append(expression)
        if not statement.is_readable:
            continue
        found.extend(_claims_in(number, statement, own, (analysed.article.published.value or "")[:10]))
    return tuple(found)


def _claims_in(
    number: int, statement: Statement, expressions: Sequence[TimeExpression], published: str
) -> list[DateClaim]:
    """The claims of one sentence."""
    base, text = statement.passage.start, statement.text
    claims: list[DateClaim] = []
    words = [word for word in statement.words if not any(date.start <= word.start < date.end for date in expressions)]
    for expression in expressions:
        own_start, own_end = expression.start - base, expression.end - base
        if date_interval(expression.value) is None or _is_of_reporting(text, own_start, own_end):
            continue
        start, end = _clause(text, own_start, own_end)
        claims.append(
            DateClaim(
                number=number,
                source=statement.source,
                expression=expression,
                sense=_sense(text, own_start),
                beside=frozenset(
                    thing_named(word.stem)
                    for word in words
                    if start <= word.start - base < end and word.stem not in statement.names
                ),
                around=frozenset(thing_named(word.stem) for word in words),
                words=text[own_start:own_end].casefold(),
                relative=bool(_WEEKDAY.search(text[own_start:own_end])),
                published=published,
            )
        )
    return claims


def _is_of_reporting(text: str, start: int, end: int) -> bool:
    """Whether the date says when something was said: reports of one thing rightly differ in that."""
    near = text[max(0, start - _BEFORE) : start]
    return bool(_REPORTING.search(near) or _REPORTED_AFTER.match(text, end, end + _BEFORE))


def _sense(text: str, start: int) -> Sense:
    match = _PREPOSITION.search(text[max(0, start - _BEFORE) : start])
    return _SENSES.get(match[1].casefold(), Sense.POINT) if match else Sense.POINT


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around a date starts and ends: at punctuation or a conjunction."""
    first, last = 0, len(text)
    for match in _BREAK.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return first, last
