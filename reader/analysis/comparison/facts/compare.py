"""The facts of all sources: the door of this package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.dates.claims import DateClaim
from reader.analysis.comparison.dates.relate import DateConflict
from reader.analysis.comparison.effort import Effort
from reader.analysis.comparison.facts.geography import Geography
from reader.analysis.comparison.facts.happenings import Happening, happenings_of
from reader.analysis.comparison.facts.labels import label_of, told_best
from reader.analysis.comparison.facts.places import Place
from reader.analysis.comparison.facts.sameness import SAYING_NOTHING, Sameness, spot_of
from reader.analysis.comparison.facts.singles import Single, singles_of
from reader.analysis.comparison.facts.tellings import Told
from reader.analysis.comparison.facts.values import day_value, doer_value, place_value
from reader.analysis.comparison.facts.when import days_of, relation_of_days
from reader.analysis.comparison.facts.where import places_given, relation_of_places
from reader.analysis.comparison.facts.who import doers_of, is_worth_telling, relation_of_doers
from reader.analysis.comparison.keys import key_of
from reader.models.comparison import Aspect, Fact, FactRelation, FactValue, Tier, Topic

_TOPICS = {Aspect.WHO: Topic.ROLE, Aspect.WHEN: Topic.DATE, Aspect.WHERE: Topic.PLACE}


def facts_of(
    alignment: Alignment,
    told: Told,
    *,
    links: Mapping[tuple[int, int], Tier],
    dates: Sequence[DateClaim],
    conflicts: Sequence[DateConflict],
    names: Mapping[int, str],
    places: Mapping[int, int],
    effort: Effort,
) -> tuple[Fact, ...]:
    """When and where things happened, and who took part: what several sources tell, then dates and places of one.

    Args:
        alignment: of the articles.
        told: what their sentences tell; articles that are not parsed tell nothing.
        links: how sentences are linked, by their numbers, the smaller one first.
        dates: all their resolved dates.
        conflicts: pairs of dates that cannot both be right.
        names: of the entities, by id.
        places: of the articles in the order of the comparison, by id.
        effort: how many pairs may be looked at.
    """
    sameness = Sameness(
        alignment, links, {frozenset((spot_of(each.first), spot_of(each.second))) for each in conflicts}
    )
    happenings = happenings_of(told.tellings, sameness, effort)
    writer = _Writer(alignment, sameness, Geography(told.places), places)
    shared = [fact for happening in sorted(happenings, key=writer.order) for fact in writer.shared(happening)]
    singles = sorted(singles_of(alignment, told, dates, names), key=lambda each: writer.order((each.telling,)))
    told_already = {(value.article, value.start) for fact in shared for value in fact.values}
    alone = map(writer.alone, singles)
    return (*shared, *(fact for fact in alone if (fact.values[0].article, fact.values[0].start) not in told_already))


class _Writer:
    """Puts what was found into facts."""

    def __init__(
        self, alignment: Alignment, sameness: Sameness, geography: Geography, places: Mapping[int, int]
    ) -> None:
        self._alignment, self._sameness, self._geography = alignment, sameness, geography
        self._by_article = places
        self._places = {source: places[analysed.article.id] for source, analysed in enumerate(alignment.articles)}

    def order(self, happening: Happening) -> tuple[int, int]:
        """Where a happening is first told."""
        return min((self._places[telling.source], telling.clause.start) for telling in happening)

    def shared(self, happening: Happening) -> Iterator[Fact]:
        """Who, when and where of a happening, as far as several sources say it; none of one that has no words."""
        alignment = self._alignment
        best = told_best(happening, self._places)
        days = days_of(happening)
        sites = list(places_given(happening, self._geography, self._sameness))
        doers = doers_of(happening, best.verb)
        if not label_of(best, alignment):
            return
        is_deed = best.clause.verb not in SAYING_NOTHING
        if is_deed and len(doers) > 1 and (len(days) > 1 or sites or is_worth_telling(happening, alignment)):
            relation = relation_of_doers([named for _, _, named in doers])
            values = [doer_value(alignment, telling.source, party, named) for telling, party, named in doers]
            yield self._fact(Aspect.WHO, relation, happening, values)
        if len(days) > 1:
            values = [day_value(alignment, claim) for claim in days]
            yield self._fact(Aspect.WHEN, relation_of_days(days), happening, values)
        for given in sites:
            values = [place_value(alignment, telling.source, place) for telling, place in given]
            yield self._fact(Aspect.WHERE, relation_of_places(given, self._geography), happening, values)

    def alone(self, single: Single) -> Fact:
        """A date or place of one source."""
        if isinstance(single.given, Place):
            aspect, value = Aspect.WHERE, place_value(self._alignment, single.telling.source, single.given)
        else:
            aspect, value = Aspect.WHEN, day_value(self._alignment, single.given)
        return self._fact(aspect, FactRelation.SINGLE, (single.telling,), [value])

    def _fact(self, aspect: Aspect, relation: FactRelation, happening: Happening, values: Sequence[FactValue]) -> Fact:
        """A fact with its values in the order of the comparison."""
        label = label_of(told_best(happening, self._places), self._alignment)
        ordered = sorted(values, key=lambda value: self._by_article[value.article])
        return Fact(_TOPICS[aspect], aspect, relation, key_of(self._clauses(happening)), label, tuple(ordered))

    def _clauses(self, happening: Happening) -> Iterator[str]:
        """What the key of a happening is made of: its clauses, each by its sentence and its place in it."""
        statements = self._alignment.statements
        for telling in happening:
            statement = statements[telling.number]
            yield f"{telling.clause.start - statement.passage.start}:{statement.text}"
