"""The facts of all sources: the door of this package."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.dates.claims import DateClaim
from reader.analysis.comparison.dates.relate import DateConflict
from reader.analysis.comparison.facts.geography import Geography
from reader.analysis.comparison.facts.happenings import Happening, happenings_of
from reader.analysis.comparison.facts.labels import label_of, told_best
from reader.analysis.comparison.facts.sameness import Sameness
from reader.analysis.comparison.facts.tellings import tellings_of
from reader.analysis.comparison.facts.when import days_of, relation_of_days, spot_of
from reader.analysis.comparison.facts.where import places_given, relation_of_places
from reader.analysis.comparison.facts.who import doers_of, relation_of_doers
from reader.analysis.comparison.keys import key_of
from reader.models.annotations import Tense
from reader.models.comparison import Aspect, Fact, FactRelation, FactValue, Topic

LEAD = 4
SAME_WORDS = 0.8

def facts_of(
    alignment: Alignment,
    dates: Sequence[DateClaim],
    conflicts: Sequence[DateConflict],
    names: Mapping[int, str],
    places: Mapping[int, int],
) -> tuple[Fact, ...]:
    """When and where things happened, and who took part, for all that several sources tell of.

    Args:
        alignment: of the articles, parsed.
        dates: all their resolved dates.
        conflicts: pairs of dates that cannot both be right.
        names: of the entities, by id.
        places: of the articles in the order of the comparison, by id.
    """
    told = tellings_of(alignment, dates, names)
    sameness = Sameness(alignment, {(link.first, link.second): link.tier for link in alignment.links})
    writer = _Writer(
        alignment,
        sameness,
        Geography(told.places),
        {frozenset((spot_of(each.first), spot_of(each.second))) for each in conflicts},
        {source: places[analysed.article.id] for source, analysed in enumerate(alignment.articles)},
        {statement.source: number for number, statement in reversed(list(enumerate(alignment.statements)))},
    )
    happenings = happenings_of(told.tellings, sameness)
    return tuple(fact for happening in sorted(happenings, key=writer.order) for fact in writer.facts(happening))


@dataclass(frozen=True, slots=True)
class _Writer:
    """What is needed to put happenings into facts; ``places`` are those of the sources in the comparison."""

    alignment: Alignment
    sameness: Sameness
    geography: Geography
    conflicts: Collection[frozenset[tuple[int, int]]]
    places: Mapping[int, int]
    starts: Mapping[int, int]

    def order(self, happening: Happening) -> tuple[int, int]:
        """Where a happening is first told."""
        return min((self.places[telling.source], telling.clause.start) for telling in happening)

    def facts(self, happening: Happening) -> Iterator[Fact]:
        """Who, when and where."""
        best = told_best(happening, self.places)
        label = label_of(best, self.alignment)
        key = key_of(sorted({self.alignment.statements[telling.number].text for telling in happening}) + [label])
        doers = doers_of(happening, best.verb)
        days = days_of(happening)
        given = list(places_given(happening, self.geography, self.sameness))
        if len(doers) > 1 and (len(days) > 1 or given or self._is_worth(happening)):
            yield Fact(
                Topic.ROLE,
                Aspect.WHO,
                relation_of_doers([named for _, _, named in doers]),
                key,
                label,
                self._ordered(
                    FactValue(self._article(telling.source), party.start, party.end, named.name, named.entity)
                    for telling, party, named in doers
                ),
            )
        if len(days) > 1:
            yield Fact(
                Topic.DATE,
                Aspect.WHEN,
                relation_of_days(days, self.conflicts),
                key,
                label,
                self._ordered(self._day(claim) for claim in days),
            )
        for each in given:
            yield Fact(
                Topic.PLACE,
                Aspect.WHERE,
                relation_of_places(each, self.geography),
                key,
                label,
                self._ordered(
                    FactValue(
                        self._article(telling.source), place.start, place.end, place.names[0].name, place.names[0].entity
                    )
                    for telling, place in each
                ),
            )

    def _is_worth(self, happening: Happening) -> bool:
        """Whether who did it is worth a line of its own: told by many or early, in other words, and as a fact."""
        if any(telling.clause.tense is Tense.NONE for telling in happening):
            return False
        stems = [self.alignment.statements[telling.number].stems for telling in happening]
        if all(len(stems[0] & each) >= SAME_WORDS * len(stems[0] | each) for each in stems[1:]):
            return False
        first = {telling.source: self.starts[telling.source] for telling in happening}
        early = any(telling.number - first[telling.source] < LEAD for telling in happening)
        return early or len(first) > 2

    def _day(self, claim: DateClaim) -> FactValue:
        found = claim.expression
        return FactValue(
            self._article(claim.source), found.start, found.end, found.value, None, found.stated, found.anchor
        )

    def _article(self, source: int) -> int:
        return self.alignment.articles[source].article.id

    def _ordered(self, values: Iterator[FactValue]) -> tuple[FactValue, ...]:
        places = {self._article(source): place for source, place in self.places.items()}
        return tuple(sorted(values, key=lambda value: places[value.article]))
