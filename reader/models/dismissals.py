"""Differences that the person has set aside, and what that does to the rows that show them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from reader.models.comparison import Comparison, Confidence, Difference, Passage, Relation, Row

SET_ASIDE = "×"
"""The sign of a difference that was dismissed."""


def with_dismissed(comparison: Comparison, keys: Collection[str]) -> Comparison:
    """The comparison with exactly these differences set aside."""
    differences = tuple(replace(each, dismissed=each.key in keys) for each in comparison.differences)
    return replace(comparison, differences=differences)


def sign_of_differences(differences: Iterable[Difference]) -> str:
    """The sign of some differences: sure before likely before set aside; a blank for none."""
    signs = {
        SET_ASIDE if each.dismissed else "!" if each.confidence is Confidence.SURE else "?" for each in differences
    }
    return next((sign for sign in "!?" + SET_ASIDE if sign in signs), " ")


@dataclass(frozen=True, slots=True)
class Disputes:
    """The differences of a comparison by the sentences that they are about."""

    by_article: dict[int, tuple[tuple[Passage, Difference], ...]]

    @classmethod
    def of(cls, comparison: Comparison) -> Disputes:
        """Look up the differences of this comparison."""
        by_article: dict[int, list[tuple[Passage, Difference]]] = {}
        for difference in comparison.differences:
            for passage in difference.readings:
                by_article.setdefault(passage.article, []).append((passage, difference))
        return cls({article: tuple(found) for article, found in by_article.items()})

    def between(self, places: Iterable[Passage]) -> tuple[Difference, ...]:
        """The differences between these stretches: those that have a passage in two sources' ones; sure ones first."""
        sources: dict[str, set[int]] = {}
        found: dict[str, Difference] = {}
        for place in places:
            for passage, difference in self.by_article.get(place.article, ()):
                if place.start <= passage.start < place.end:
                    sources.setdefault(difference.key, set()).add(place.article)
                    found[difference.key] = difference
        inside = [difference for key, difference in found.items() if len(sources[key]) > 1]
        return tuple(sorted(inside, key=lambda each: (each.dismissed, each.confidence is not Confidence.SURE)))


def row_differences(disputes: Disputes, row: Row) -> tuple[Difference, ...]:
    """The differences that a row shows, those that stand first."""
    return disputes.between(Passage(reading.article, reading.start, reading.end) for reading in row.readings)


def settled(comparison: Comparison) -> Comparison:
    """The comparison with the rows whose differences are all set aside no longer said to disagree."""
    if not any(each.dismissed for each in comparison.differences):
        return comparison
    disputes = Disputes.of(comparison)
    return replace(comparison, rows=tuple(_settled(row, row_differences(disputes, row)) for row in comparison.rows))


def _settled(row: Row, differences: tuple[Difference, ...]) -> Row:
    if not (row.doubtful or row.relation is Relation.CONFLICT):
        return row
    if not differences or not all(each.dismissed for each in differences):
        return row
    return replace(
        row,
        relation=Relation.DIFFER if row.relation is Relation.CONFLICT else row.relation,
        readings=tuple(replace(reading, disputed=()) for reading in row.readings),
        doubtful=False,
    )
