"""The facts of all sources: the door of this package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.dates.claims import DateClaim
from reader.analysis.comparison.dates.relate import DateConflict
from reader.analysis.comparison.facts.geography import Geography
from reader.analysis.comparison.facts.happenings import Happening, happenings_of
from reader.analysis.comparison.facts.labels import label_of, told_best
from reader.analysis.comparison.facts.places import Place
from reader.analysis.comparison.facts.sameness import Sameness, spot_of
from reader.analysis.comparison.facts.singles import singles_of
from reader.analysis.comparison.facts.tellings import Told
from reader.analysis.comparison.facts.values import day_value, doer_value, place_value
from reader.analysis.comparison.facts.when import days_of, relation_of_days
from reader.analysis.comparison.facts.where import places_given, relation_of_places
from reader.analysis.comparison.facts.who import doers_of, is_worth_telling, relation_of_doers
from reader.analysis.comparison.keys import key_of
from reader.models.comparison import Aspect, Fact, FactRelation, FactValue, Topic

_TOPICS = {Aspect.WHO: Topic.ROLE, Aspect.WHEN: Topic.DATE, Aspect.WHERE: Topic.PLACE}


def facts_of(
    alignment: Alignment,
    told: Told,
    *,
    dates: Sequence[DateClaim],
    conflicts: Sequence[DateConflict],
    names: Mapping[int, str],
    places: Mapping[int, int],
) -> tuple[Fact, ...]:
    """When and where things happened, and who took part: what several sources tell, then dates and places of one.

    Args:
        alignment: of the articles.
        told: what their sentences tell; articles that are not parsed tell nothing.
        dates: all their resolved dates.
        conflicts: pairs of dates that cannot both be right.
        names: of the entities, by id.
        places: of the articles in the order of the comparison, by id.
    """
    sameness = Sameness(
        alignment,
        {(link.first, link.second): link.tier for link in alignment.links},
        {frozenset((spot_of(each.first), spot_of(each.second))) for each in conflicts},
    )
    happenings = happenings_of(told.tellings, sameness)
    writer = _Writer(alignment, places)
    geography = Geography(told.places)
    facts: list[Fact] = []
    for happening in sorted(happenings, key=writer.order):
        days = days_of(happening)
        given = list(places_given(happening, geography, sameness))
        best = told_best(happening, writer.places)
        doers = doers_of(happening, best.verb)
        has_more = len(days) > 1 or bool(given)
        if len(doers) > 1 and (has_more or is_worth_telling(happening, alignment)):
            relation = relation_of_doers([named for _, _, named in doers])
            values = [doer_value(alignment, telling.source, party, named) for telling, party, named in doers]
            facts.append(writer.fact(Aspect.WHO, relation, happening, values))
        if len(days) > 1:
            values = [day_value(alignment, claim) for claim in days]
            facts.append(writer.fact(Aspect.WHEN, relation_of_days(days), happening, values))
        for several in given:
            values = [place_value(alignment, telling.source, place) for telling, place in several]
            facts.append(writer.fact(Aspect.WHERE, relation_of_places(several, geography), happening, values))
    shared = [telling for happening in happenings for telling in happening]
    alone = sorted(singles_of(alignment, told, dates, names, shared), key=lambda each: writer.order((each.telling,)))
    for single in alone:
        if isinstance(single.given, Place):
            aspect, value = Aspect.WHERE, place_value(alignment, single.telling.source, single.given)
        else:
            aspect, value = Aspect.WHEN, day_value(alignment, single.given)
        facts.append(writer.fact(aspect, FactRelation.SINGLE, (single.telling,), [value]))
    return tuple(facts)


class _Writer:
    """Puts what was found into facts."""

    def __init__(self, alignment: Alignment, places: Mapping[int, int]) -> None:
        self._alignment = alignment
        self._by_article = places
        self.places = {source: places[analysed.article.id] for source, analysed in enumerate(alignment.articles)}
        """The places of the sources in the order of the comparison, by their places in canonical order."""

    def order(self, happening: Happening) -> tuple[int, int]:
        """Where a happening is first told."""
        return min((self.places[telling.source], telling.clause.start) for telling in happening)

    def fact(self, aspect: Aspect, relation: FactRelation, happening: Happening, values: Sequence[FactValue]) -> Fact:
        """A fact with its values in the order of the comparison."""
        label = label_of(told_best(happening, self.places), self._alignment)
        ordered = sorted(values, key=lambda value: self._by_article[value.article])
        return Fact(_TOPICS[aspect], aspect, relation, key_of(self._name(happening)), label, tuple(ordered))

    def _name(self, happening: Happening) -> Iterator[str]:
        """What makes the key of a happening: its clauses with the texts of their sentences, in any order."""
        statements = self._alignment.statements
        yield from sorted(
            f"{telling.clause.start - statements[telling.number].passage.start}:{statements[telling.number].text}"
            for telling in happening
        )
