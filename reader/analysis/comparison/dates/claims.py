"""What each date is said about: its clause, its sentence, and whether it is a point, a beginning or an end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.statements import Statement
from reader.analysis.comparison.figures.states import is_former
from reader.analysis.comparison.figures.things import thing_named
from reader.analysis.comparison.inside import inside
from reader.analysis.temporal import date_interval
from reader.analysis.temporal.names import MONTH
from reader.models.annotations import AGENT, Clause, TimeExpression
from reader.models.article import Metadatum, Status

_BREAK = re.compile(
    r"[,;:()“”\"—–]|\b(?:and|but|while|whereas|which|who|that|when|where|after|before|although|until|because)\b"
)
_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|tomorrow)\b", re.IGNORECASE
)
_MONTH_NAMED = re.compile(rf"\b{MONTH}")
_REPORTING = re.compile(
    r"\b(?:said|says|told|reported|announced|wrote|added|stated|published|according|statement|tweeted|posted)\W*(?:on|in|by)?\W*$",
    re.IGNORECASE,
)
_REPORTED_AFTER = re.compile(r"\W*(?:said|told|reported|announced|wrote|stated)\b", re.IGNORECASE)
_SAYING = frozenset(
    map(
        thing_named,
        ("say", "said", "tell", "told", "report", "announce", "write", "state", "add", "release", "publish"),
    )
)
"""Verbs of saying: reports of one thing rightly differ in when something was said of it."""
_DETERMINER = re.compile(r"\b(?:an?|the|its|his|her|their|this|that)\s+$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s+[a-z]")
_NUMBER = re.compile(r"\d[\d.,]*")
_DATELINE = re.compile(r"\s*\((?:[A-Z][\w.]*)(?: [A-Z][\w.]*){0,3}\)\s*[-–—]")
"""What follows a date in a dateline: "OSLO, March 3 (Northern Wire) -"."""
_WEEK = 7
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
        verb: the verb of which it says when, by the parse, by canonical name; or "".
        former: whether it is told of how it was before, or of an earlier one.
        numbers: the numbers in digits of its sentence, those of dates aside.
        doers: canonical last words of the names of who does it, by the parse.
        places: canonical last words of the places, written with a capital, where that happened.
        around: the same of its whole sentence.
        words: the date as written, in lower case.
        relative: whether it is a weekday or a word as "yesterday", which is only as good as the date of publication.
        published: ISO day of publication, or "".
        inferred: whether it hangs on a day of publication that the article does not state: an inferred date never
            separates. A month by name is the same whatever the day.
    """

    number: int
    source: int
    expression: TimeExpression
    sense: Sense
    beside: frozenset[str]
    verb: str
    doers: frozenset[str]
    places: frozenset[str]
    former: bool
    numbers: frozenset[str]
    around: frozenset[str]
    words: str
    relative: bool
    published: str
    inferred: bool

    @property
    def values(self) -> tuple[str, ...]:
        """The ISO values that it may have: a weekday that is tomorrow's, read as that of a week ago, may be tomorrow.

        Where it happened it may already have been that day when the report appeared.
        """
        value = self.expression.value
        interval = date_interval(value)
        try:
            published = date.fromisoformat(self.published)
        except ValueError:
            return (value,)
        if not self.relative or interval is None or (published - interval[0]).days != _WEEK - 1:
            return (value,)
        return value, (published + timedelta(days=1)).isoformat()


def date_claims(alignment: Alignment) -> tuple[DateClaim, ...]:
    """Every resolved date of the aligned sentences but those on which something was merely said."""
    found: list[DateClaim] = []
    numbers: dict[int, list[int]] = {}
    for number, statement in enumerate(alignment.statements):
        numbers.setdefault(statement.source, []).append(number)
    for source, own in numbers.items():
        analysed = alignment.articles[source]
        statements = [alignment.statements[number] for number in own]
        dates = inside(analysed.annotations.dates, statements)
        clauses = inside(analysed.annotations.clauses or (), statements)
        published = analysed.article.published
        for number, statement, dated, said in zip(own, statements, dates, clauses, strict=True):
            if dated and statement.is_readable:
                found.extend(_claims_in(number, statement, dated, said, published))
    return tuple(found)


def _claims_in(
    number: int,
    statement: Statement,
    expressions: Sequence[TimeExpression],
    clauses: Sequence[Clause],
    published: Metadatum[str],
) -> list[DateClaim]:
    """The claims of one sentence."""
    base, text = statement.passage.start, statement.text
    claims: list[DateClaim] = []
    words = [
        word for word in statement.words if not any(dated.start <= word.start < dated.end for dated in expressions)
    ]
    numbers = frozenset(
        match[0]
        for match in _NUMBER.finditer(text)
        if not any(dated.start <= match.start() + base < dated.end for dated in expressions)
    )
    for expression in expressions:
        own_start, own_end = expression.start - base, expression.end - base
        if (
            date_interval(expression.value) is None
            or _DATELINE.match(text, own_end)
            or _is_of_reporting(text, own_start, own_end)
        ):
            continue
        start, end = _clause(text, own_start, own_end)
        told = _told_of(clauses, expression)
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
                verb=_verb(told, text, own_start, own_end) if told else "",
                doers=_names(told, {AGENT}, statement, expressions) if told else frozenset(),
                places=_names(told, {"in", "at"}, statement, expressions) if told else frozenset(),
                former=is_former(text),
                numbers=numbers,
                around=frozenset(thing_named(word.stem) for word in words),
                words=text[own_start:own_end].casefold(),
                relative=bool(_WEEKDAY.search(text[own_start:own_end])),
                published=(published.value or "")[:10],
                inferred=not (
                    expression.stated
                    or published.status is Status.STATED
                    or _MONTH_NAMED.search(text[own_start:own_end])
                ),
            )
        )
    return claims


def _told_of(clauses: Sequence[Clause], expression: TimeExpression) -> Clause | None:
    """The clause of which a date says when: the last that begins before it, or the first ("In 2019 he left")."""
    before = [clause for clause in clauses if clause.start <= expression.start]
    if before:
        return max(before, key=lambda clause: clause.start)
    return min(clauses, key=lambda clause: clause.start, default=None)


def _verb(clause: Clause, text: str, start: int, end: int) -> str:
    """The verb of which a date says when, as far as it is no verb of saying, and the date belongs to no noun."""
    verb = thing_named(clause.verb)
    of_noun = _DETERMINER.search(text, max(0, start - _BEFORE), start) and _NOUN_AFTER.match(text, end)
    return "" if of_noun or verb in _SAYING else verb


def _names(
    clause: Clause, roles: AbstractSet[str], statement: Statement, dates: Sequence[TimeExpression]
) -> frozenset[str]:
    """The last words of the names that play a role: who does it, where it happened ("in Oslo", "at Halden")."""
    base = statement.passage.start
    names = (
        statement.text[argument.start - base : argument.end - base].split()[-1]
        for argument in clause.arguments
        if argument.role in roles
        and base <= argument.start < argument.end <= statement.passage.end
        and not any(dated.start < argument.end and argument.start < dated.end for dated in dates)
    )
    return frozenset(thing_named(name.casefold()) for name in names if name[0].isupper())


def _is_of_reporting(text: str, start: int, end: int) -> bool:
    """Whether the date says when something was said: reports of one thing rightly differ in that."""
    near = text[max(0, start - _BEFORE) : start]
    if _DATELINE.match(text, end):
        return True
    return bool(_REPORTING.search(near) or _REPORTED_AFTER.match(text, end, end + _BEFORE))


def _sense(text: str, start: int) -> Sense:
    match = _PREPOSITION.search(text[max(0, start - _BEFORE) : start])
    return _SENSES.get(match[1].casefold(), Sense.POINT) if match else Sense.POINT


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around a date starts and ends: at punctuation or a conjunction."""
    first, last = 0, len(text)
    for match in _BREAK.finditer(text):
        if match.end() <= start:
            # "closed until 2 April": what leads to the date itself ends no clause.
            first = match.end() if text[match.end() : start].strip() else first
        elif match.start() >= end:
            last = match.start()
            break
    return first, last
