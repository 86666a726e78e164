"""Dates and places that one source alone gives, with what it says of them. Few: a report names dozens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.dates.claims import DateClaim
from reader.analysis.comparison.facts.names import name_of
from reader.analysis.comparison.facts.places import Place
from reader.analysis.comparison.facts.sameness import SAYING_NOTHING, interval_of
from reader.analysis.comparison.facts.tellings import Telling, Told
from reader.models.annotations import Kind

MOST_OF_A_SOURCE = 4
"""Dates, and as many places, that are listed of one source: the first ones, which the report thought most of."""


@dataclass(frozen=True, slots=True)
class Single:
    """A date or a place of one source, with the clause that gives it."""

    telling: Telling
    given: DateClaim | Place


def singles_of(
    alignment: Alignment,
    told: Told,
    dates: Sequence[DateClaim],
    names: Mapping[int, str],
) -> Iterator[Single]:
    """The first dates and places of each source that no other source names.

    Args:
        alignment: of the articles.
        told: what their sentences tell.
        dates: all their resolved dates.
        names: of the entities, by id.
    """
    days = _sources_of((claim.source, str(interval_of(claim.expression.value))) for claim in dates)
    named = _sources_of(_places_named(alignment, names))
    listed: dict[tuple[int, type], set[str]] = {}
    for telling in told.tellings:
        if telling.clause.verb in SAYING_NOTHING or not (telling.patients or telling.agents):
            continue
        found: tuple[DateClaim | Place, ...] = (*telling.days, *telling.places)
        for given in found:
            if isinstance(given, Place):
                key, sources = given.names[0].key, named.get(given.names[0].key, set())
            else:
                key = str(interval_of(given.expression.value))
                sources = days.get(key, set())
            own = listed.setdefault((telling.source, type(given)), set())
            if len(sources) == 1 and key not in own and len(own) < MOST_OF_A_SOURCE:
                own.add(key)
                yield Single(telling, given)


def _sources_of(found: Iterator[tuple[int, str]]) -> dict[str, set[int]]:
    sources: dict[str, set[int]] = {}
    for source, key in found:
        sources.setdefault(key, set()).add(source)
    return sources


def _places_named(alignment: Alignment, names: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """The source and the key of every place that is named anywhere in an article."""
    for source, analysed in enumerate(alignment.articles):
        for mention in analysed.annotations.mentions:
            if mention.kind is Kind.PLACE:
                yield source, name_of(analysed.article.text, mention, names).key
