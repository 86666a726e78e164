"""Who took part in a happening, as each source names them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.facts.names import Named
from reader.analysis.comparison.facts.parties import Party
from reader.analysis.comparison.facts.tellings import Telling
from reader.models.annotations import Kind, Tense
from reader.models.comparison import FactRelation

_ACTING = frozenset({Kind.PERSON, Kind.ORG, Kind.GROUP})
"""Kinds of those who do something; of places, countries and their capitals stand for their governments."""


EARLY = 4
"""Sentences of an article, title and standfirst included, that tell what it is about."""

MANY = 3
"""Sources from which on a deed is worth a line wherever it is told."""

SAME_WORDS = 0.8
"""Share of words in common from which two sentences are copies of each other."""

_SMALL = frozenset({"of", "the", "and", "for", "de", "la"})


def doers_of(tellings: Sequence[Telling], verb: str) -> list[tuple[Telling, Party, Named]]:
    """For each source that names who did it, the one whom most of the others name too; ``verb`` is what was done."""
    given: dict[int, list[tuple[Telling, Party, Named]]] = {}
    for telling in tellings:
        for party in telling.agents:
            if telling.verb == verb and party.named is not None and _may_act(party.named):
                given.setdefault(telling.source, []).append((telling, party, party.named))
    return [
        max(
            found,
            key=lambda each: (
                sum(any(is_one(each[2], other) for _, _, other in others) for others in given.values()),
                -each[1].start,
            ),
        )
        for found in given.values()
    ]


def _may_act(named: Named) -> bool:
    return named.kind in _ACTING or bool(named.country)


def is_one(one: Named, other: Named) -> bool:
    """Whether two names are of one: an entity, a country and its people, a name and the fuller form of it."""
    if one.key == other.key or (one.country and one.country == other.country):
        return True
    words, others = set(_words(one.name)), set(_words(other.name))
    return bool(words and others) and (words <= others or others <= words)


def _words(name: str) -> list[str]:
    return [word for word in name.casefold().replace(".", "").split() if word not in _SMALL]


def relation_of_doers(names: Sequence[Named]) -> FactRelation:
    """How the names relate: two names may be of one whom the sources call differently, so they never conflict."""
    return FactRelation.AGREE if all(is_one(names[0], other) for other in names[1:]) else FactRelation.BESIDE


def is_worth_telling(tellings: Sequence[Telling], alignment: Alignment) -> bool:
    """Whether who did it is a fact of its own, without a time or place: told early or by many, and not just copied."""
    if any(telling.clause.tense is Tense.NONE for telling in tellings):
        return False
    stems = [alignment.statements[telling.number].stems for telling in tellings]
    if all(len(stems[0] & each) >= SAME_WORDS * len(stems[0] | each) for each in stems[1:]):
        return False
    sources = {telling.source for telling in tellings}
    return len(sources) >= MANY or any(_is_early(telling, alignment) for telling in tellings)


def _is_early(telling: Telling, alignment: Alignment) -> bool:
    """Whether a clause stands among the first sentences of its article."""
    first = telling.number - EARLY
    return first < 0 or alignment.statements[first].source != telling.source
