"""The places that a sentence names as where something is: "in Oran", "near the town of Dalby, Norland"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.comparison.facts.names import Named, capital_of, name_of
from reader.models.annotations import Clause, Kind, Mention

MOST_WORDS_BETWEEN = 5
"""Words between a preposition and the name that it leads to: "in the small northern port town of Dalby"."""

_BEFORE = 60
"""Characters before a name in which its preposition stands."""

_PREPOSITION = re.compile(
    r"\b(in|at|near|outside|inside|around|off|across|through|throughout|along|to|into|towards?|from)(?=\s)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"(?:\s+[^\W\d_][\w’'-]*)*\s+")
_NEAR = frozenset({"near", "outside", "off", "around"})
_DIRECTIONS = {"to": "to", "into": "to", "toward": "to", "towards": "to", "from": "from"}

AT = "in"
"""The direction of a place at which something is done; the others are "to" and "from"."""

_NOUNS = """
city cities town towns village villages hamlet province region state district county capital suburb suburbs island
islands port area areas part parts north south east west coast outskirts centre center heart neighbourhood
neighborhood republic territory kingdom emirate enclave stronghold resort community borough municipality department
governorate prefecture peninsula northwest northeast southwest southeast north-west north-east south-west south-east
side edge middle hub metropolis
"""
_PLACE_NOUNS = frozenset(_NOUNS.split())
"""Nouns between a preposition and "of" that leave the place where it is: "in the city of Oran"."""

_LYING_IN = re.compile(r", (?:the )?(?:(?:north|south)-?(?:east|west)?|east|west|central)?(?:ern)? ?| \(")
"""What stands between a place and the one that it lies in where no preposition does: "Oran, Norland"."""

_CAPITAL_OF = re.compile(r"\bthe capital of (?:the )?$")
_CAPITAL = re.compile(r" capital\b(?!,? [A-Z])")
"""What makes a country or its people stand for the seat of its government, unless that is named after it."""

_SIDE = re.compile(r"\b((?:north|south)-?(?:east|west)?|east|west)(?:ern)?\s+$", re.IGNORECASE)

_LISTED = re.compile(r"(?:, |,? and |,? or |/)[\"“]?[A-Z]")
"""What follows a name that is one of a list: "in Oran, Dalby and Karsk"."""

_GOES_ON = re.compile(r"['’‘ʼ]s\b|-\w")
"""What follows a name that only says which thing is meant: "Oran's mayor", "Oran-based"."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is said to be: ``start`` to ``end`` in the article.

    Attributes:
        begin: where the preposition stands that leads to it.
        direction: ``AT``, "to" or "from".
        is_near: whether it is only near to what is named.
        is_part: whether the name only says which thing is meant ("the Oran airport", "Oran's airport"): that thing
            may as well be called after something else.
        part: which side of it: "north", "southeast", "" for all of it.
        names: the place, and after it what it is said to lie in.
    """

    start: int
    end: int
    begin: int
    direction: str
    is_near: bool
    is_part: bool
    part: str
    names: tuple[Named, ...]


def places_of(
    text: str, mentions: Sequence[Mention], clauses: Sequence[Clause], names: Mapping[int, str]
) -> Iterator[Place]:
    """The places of one sentence to which a preposition leads, in reading order.

    Args:
        text: the article's.
        mentions: of the sentence, in reading order.
        clauses: of the sentence.
        names: of the entities, by id.
    """
    found = list(_sites(text, mentions, names))
    at = 0
    while at < len(found):
        chain = [found[at]]
        while at + len(chain) < len(found) and _lies_in(text, chain[-1], found[at + len(chain)]):
            chain.append(found[at + len(chain)])
        at += len(chain)
        start, end = chain[0].start, chain[-1].end
        preposition, begin = _preposition(text, start)
        if preposition and not any(begin <= clause.start < start for clause in clauses):
            first, part = _side(text, start)
            yield Place(
                first,
                end,
                begin,
                _DIRECTIONS.get(preposition, AT),
                preposition in _NEAR,
                _GOES_ON.match(text, end) is not None or _is_inside_phrase(clauses, start, end),
                part,
                tuple(site.named for site in chain),
            )


def struck(text: str, mention: Mention, names: Mapping[int, str]) -> Place:
    """A place that something befalls, as where it happens: "an earthquake shook northern Norland"."""
    start, part = _side(text, mention.start)
    named = name_of(text, mention, names)
    return Place(start, mention.end, start, AT, is_near=False, is_part=False, part=part, names=(named,))


def _side(text: str, start: int) -> tuple[int, str]:
    """Where the words begin that name a place, with the side of it that is meant: of "northern Norland" the north."""
    match = _SIDE.search(text, max(0, start - _BEFORE), start)
    return (start, "") if match is None else (match.start(), match[1].casefold().replace("-", ""))


@dataclass(frozen=True, slots=True)
class _Site:
    """The words that name a place."""

    start: int
    end: int
    named: Named


def _sites(text: str, mentions: Sequence[Mention], names: Mapping[int, str]) -> Iterator[_Site]:
    """The places that are named, in reading order; "the capital of Norland", "the Norlandic capital" are the city."""
    for mention in mentions:
        if mention.kind is Kind.PLACE:
            named = name_of(text, mention, names)
            before = _CAPITAL_OF.search(text, max(0, mention.start - _BEFORE), mention.start)
            capital = capital_of(named.country) if before is not None and named.is_country else None
            if before is not None and capital is not None:
                yield _Site(before.start(), mention.end, capital)
            else:
                yield _Site(mention.start, mention.end, named)
        elif mention.kind is Kind.GROUP and (after := _CAPITAL.match(text, mention.end)) is not None:
            capital = capital_of(name_of(text, mention, names).country)
            if capital is not None:
                yield _Site(mention.start, after.end(), capital)


def _lies_in(text: str, inner: _Site, outer: _Site) -> bool:
    """Whether the second of two places is said to be where the first one lies; a list of places says no such thing."""
    if _LYING_IN.fullmatch(text, inner.end, outer.start) is not None:
        return text[inner.end] != "," or _LISTED.match(text, outer.end) is None
    preposition, begin = _preposition(text, outer.start)
    return preposition == AT and text[inner.end : begin] in {" ", ", "}


def _preposition(text: str, start: int) -> tuple[str, int]:
    """The preposition that leads to a name, and where it stands; "" where none does."""
    first = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    match = None
    for found in _PREPOSITION.finditer(text, first, start):
        match = found
    if match is None or _WORDS.fullmatch(text, match.end(), start) is None:
        return "", start
    between = text[match.end() : start].casefold().split()
    of = between.index("of") if "of" in between else 0
    if len(between) > MOST_WORDS_BETWEEN or (of and between[of - 1] not in _PLACE_NOUNS):
        return "", start
    return match[1].casefold(), match.start()


def _is_inside_phrase(clauses: Sequence[Clause], start: int, end: int) -> bool:
    """Whether a name stands before the head of its phrase: "the Oran airport"."""
    return any(argument.start <= start and end < argument.end for clause in clauses for argument in clause.arguments)
