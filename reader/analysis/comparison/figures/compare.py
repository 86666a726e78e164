"""The figures of all sources compared: the door of this package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.effort import Effort
from reader.analysis.comparison.figures.alike import Context
from reader.analysis.comparison.figures.claims import claims_of
from reader.analysis.comparison.figures.groups import clusters_of_claims, group_of, weights_of
from reader.analysis.comparison.figures.records import Claim
from reader.analysis.comparison.figures.relate import Conflict, find_conflicts
from reader.models.annotations import AnalysedArticle
from reader.models.comparison import FigureGroup, FigureRelation, Part, Tier

MOST_CLAIMS = 1200
"""Claims are compared in pairs: of more, each article takes part with an even share of its first ones (a stock table
has thousands of figures, and nothing to say about them)."""

_RELATION_ORDER = {relation: place for place, relation in enumerate(FigureRelation)}


@dataclass(frozen=True, slots=True)
class ComparedFigures:
    """Groups for a person to read, and the conflicts among them for rows and differences."""

    groups: tuple[FigureGroup, ...]
    conflicts: tuple[Conflict, ...]


def compare_figures(alignment: Alignment, articles: Sequence[AnalysedArticle], effort: Effort) -> ComparedFigures:
    """The figures of the aligned sentences; values are in the order of ``articles``."""
    every = claims_of(alignment)
    claims = _taking_part(every, len(articles))
    effort.leave_out(Part.FIGURES, len(every) - len(claims), len(every))
    linked = frozenset((link.first, link.second) for link in alignment.links if link.tier is Tier.STRONG)
    context = Context(weights_of(claims), linked)
    conflicts = find_conflicts(claims, context, effort)
    places = {analysed.article.id: place for place, analysed in enumerate(articles)}
    groups = [
        group
        for cluster in clusters_of_claims(claims, conflicts, context, effort)
        if (group := group_of(alignment, [claims[number] for number in cluster], conflicts, places))
    ]
    return ComparedFigures(tuple(sorted(groups, key=lambda group: _order(group, places))), conflicts)


def _taking_part(claims: Sequence[Claim], sources: int) -> list[Claim]:
    if len(claims) <= MOST_CLAIMS:
        return list(claims)
    share = MOST_CLAIMS // sources
    taken: dict[int, int] = {}
    chosen: list[Claim] = []
    for claim in claims:
        taken[claim.source] = taken.get(claim.source, 0) + 1
        if taken[claim.source] <= share:
            chosen.append(claim)
    return chosen


def _order(group: FigureGroup, places: dict[int, int]) -> tuple[int, int, int]:
    """What several sources say first, agreement before conflict; then in reading order."""
    first = group.values[0]
    return _RELATION_ORDER[group.relation], places[first.article], first.start
