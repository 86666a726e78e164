"""The comparison of several articles: the one door of this package. A pure function of the analysed articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reader.analysis.alignment.align import Alignment, align, with_certain_links, with_doubtful_links
from reader.analysis.alignment.identical import identical_pairs
from reader.analysis.alignment.rows import clusters_of
from reader.analysis.comparison.coverage import coverage_of
from reader.analysis.comparison.dates.claims import date_claims
from reader.analysis.comparison.dates.relate import find_date_conflicts
from reader.analysis.comparison.differences.dates import date_differences
from reader.analysis.comparison.differences.figures import figure_differences
from reader.analysis.comparison.differences.names import name_differences
from reader.analysis.comparison.differences.negations import denied_pairs, negation_disagreements
from reader.analysis.comparison.differences.ordering import in_order
from reader.analysis.comparison.differences.predications import telling_of
from reader.analysis.comparison.differences.roles import role_disagreements, swapped_pairs
from reader.analysis.comparison.differences.statements import (
    statement_differences,
    with_disagreements,
    without_doubtful,
)
from reader.analysis.comparison.differences.tenses import tense_disagreements
from reader.analysis.comparison.differences.wording import wording_differences
from reader.analysis.comparison.disputes import disputes_of, pair_of
from reader.analysis.comparison.effort import Effort, uncollected, unlimited
from reader.analysis.comparison.facts.compare import facts_of
from reader.analysis.comparison.facts.figure_labels import with_labels
from reader.analysis.comparison.facts.tellings import tellings_of
from reader.analysis.comparison.figures.compare import compare_figures
from reader.analysis.comparison.heads import heads_of
from reader.analysis.comparison.ordering import article_order
from reader.analysis.comparison.quotes.fragments import fragment_pairs
from reader.analysis.comparison.quotes.groups import quote_groups
from reader.analysis.comparison.quotes.utterances import utterances_of
from reader.analysis.comparison.quotes.versions import versions_of
from reader.analysis.comparison.rows import rows_of
from reader.analysis.comparison.timeline import timeline_of
from reader.models.annotations import AnalysedArticle
from reader.models.comparison import Comparison, Link, Part
from reader.models.entities import Entity

_NO_ENTITIES: Mapping[int, Entity] = {}


@uncollected()
def compare(
    articles: Sequence[AnalysedArticle],
    *,
    entities: Mapping[int, Entity] = _NO_ENTITIES,
    reference: int | None = None,
    stopped: Callable[[], bool] = unlimited,
) -> Comparison:
    """What some articles about one event share, where they differ, and what is found in one of them only.

    The result does not depend on the order in which the articles are given.

    Args:
        articles: at least one, each with an id of its own.
        entities: the entities that the articles' mentions point to, by id.
        reference: id of the article whose order the rows follow; by default the one that most others are linked to.
        stopped: asked before every piece of work; once it says so, what is left of the pairs is left out, and noted.

    Raises:
        ValueError: if there is no article, if two have the same id, or if ``reference`` is not among them.
    """
    ids = {analysed.article.id for analysed in articles}
    if not articles or len(ids) < len(articles):
        raise ValueError("A comparison needs at least one article, and each only once.")
    if reference is not None and reference not in ids:
        raise ValueError(f"The reference {reference} is not among the compared articles.")
    effort = Effort(stopped)
    alignment = align(articles)
    effort.leave_out(Part.SENTENCES, alignment.beyond, len(alignment.statements))
    ordered = article_order(alignment, reference)
    places = {analysed.article.id: place for place, analysed in enumerate(ordered)}
    utterances = utterances_of(alignment, versions_of(alignment, effort), effort)
    quotes = quote_groups(utterances, places)
    fragments = fragment_pairs(alignment, utterances, effort)
    identical = identical_pairs(alignment.statements)
    said = frozenset((one.number, other.number) for one, other in fragments if one.source != other.source)
    alignment = with_certain_links(alignment, said | identical.keys())
    said |= {pair for pair, is_mostly in identical.items() if is_mostly}
    figures = compare_figures(alignment, ordered, effort)
    telling = telling_of(alignment, effort)
    swapped = swapped_pairs(telling)
    claims = date_claims(alignment)
    dates = tuple(apart for apart in find_date_conflicts(claims, effort) if pair_of(apart) not in swapped)
    disputes = disputes_of(alignment, figures, dates, quotes)
    names = {number: entity.name for number, entity in entities.items()}
    told = tellings_of(alignment, claims, names)
    statements = without_doubtful(
        telling,
        (*role_disagreements(telling), *tense_disagreements(telling), *negation_disagreements(telling)),
        disputes.sure | disputes.likely,
    )
    disputes = with_disagreements(disputes, statements)
    bound = disputes.sure | disputes.likely | said
    alignment = with_doubtful_links(alignment, denied_pairs(telling) - bound)
    clusters = clusters_of(alignment.statements, alignment.groups, alignment.links, bound)
    differences = (
        *figure_differences(alignment, figures.conflicts, places),
        *date_differences(alignment, dates, places),
        *wording_differences(alignment, fragments, places, effort),
        *name_differences(ordered),
        *statement_differences(telling, statements, places),
    )
    facts = facts_of(
        alignment,
        told,
        links=telling.links,
        dates=claims,
        conflicts=dates,
        names=names,
        places=places,
        effort=effort,
    )
    return Comparison(
        articles=tuple(analysed.article.id for analysed in ordered),
        links=_stated_links(alignment),
        rows=rows_of(alignment, clusters, ordered, disputes),
        figures=with_labels(figures.groups, alignment, told.tellings),
        quotes=quotes,
        differences=in_order(differences, ordered),
        coverage=coverage_of(ordered, entities),
        heads=heads_of(ordered),
        timeline=timeline_of(alignment, ordered),
        facts=facts,
        left_out=effort.left_out,
    )


def _stated_links(alignment: Alignment) -> tuple[Link, ...]:
    """The links with passages instead of numbers, by article and offset."""
    passages = [statement.passage for statement in alignment.statements]
    links = []
    for link in alignment.links:
        one, other = passages[link.first], passages[link.second]
        links.append((one, other, link) if one.article < other.article else (other, one, link))
    links.sort(key=lambda each: (each[0].article, each[1].article, each[0].start, each[1].start))
    return tuple(Link(one, other, round(link.score, 4), link.tier) for one, other, link in links)
