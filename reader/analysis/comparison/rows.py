"""Rows as a person sees them: readings with what differs, the relation of the sources, and cross-references."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.disputes import Disputes
from reader.analysis.comparison.facts.sameness import SAYING_NOTHING
from reader.analysis.comparison.inside import inside
from reader.analysis.comparison.keys import key_of, unique_keys
from reader.analysis.comparison.ordering import Cluster, row_order
from reader.analysis.comparison.wording import Spans, Term, differing_spans, says_the_same, terms_of
from reader.models.annotations import NAMED_KINDS, AnalysedArticle, Tense
from reader.models.comparison import Passage, Reading, Relation, Row, Topic

_TOPIC_ORDER = {topic: place for place, topic in enumerate(Topic)}


def rows_of(
    alignment: Alignment, clusters: Sequence[Cluster], articles: Sequence[AnalysedArticle], disputes: Disputes
) -> tuple[Row, ...]:
    """One row for each cluster, in reading order."""
    order = row_order(alignment, clusters, articles)
    ordered = [clusters[index] for index in order]
    keys = unique_keys(key_of(alignment.statements[number].text for number in cluster) for cluster in ordered)
    row_of = {number: row for row, cluster in enumerate(ordered) for number in cluster}
    references = _cross_references(alignment, row_of, len(ordered))
    terms, telling = _terms(alignment)
    places = {analysed.article.id: place for place, analysed in enumerate(articles)}
    rows: list[Row] = []
    for row, cluster in enumerate(ordered):
        shown = sorted(cluster, key=lambda number: _place(alignment.statements[number].passage, places))
        doubtful, relation = _relation(alignment, shown, [terms[number] for number in shown], disputes, references[row])
        rows.append(
            Row(
                key=keys[row],
                relation=relation,
                readings=_readings(alignment, shown, terms, telling, disputes),
                topics=tuple(
                    sorted(
                        {topic for number in shown for topic in disputes.topics.get(number, ())},
                        key=_TOPIC_ORDER.__getitem__,
                    )
                ),
                doubtful=doubtful,
                see=tuple(keys[other] for other in sorted(references[row])),
            )
        )
    return tuple(rows)


def _place(passage: Passage, places: Mapping[int, int]) -> tuple[int, int]:
    return places[passage.article], passage.start


def _cross_references(alignment: Alignment, row_of: Mapping[int, int], rows: int) -> list[set[int]]:
    """For each row, the other rows with sentences linked to its own."""
    references: list[set[int]] = [set() for _ in range(rows)]
    for link in alignment.links:
        one, other = row_of[link.first], row_of[link.second]
        if one != other:
            references[one].add(other)
            references[other].add(one)
    return references


def _terms(alignment: Alignment) -> tuple[list[tuple[Term, ...]], list[Spans]]:
    """The terms of every statement, and what stands out in it: names, figures, and the verbs of what it says is so."""
    terms: list[tuple[Term, ...]] = []
    telling: list[Spans] = []
    for source, run in groupby(alignment.statements, key=lambda statement: statement.source):
        statements, annotations = list(run), alignment.articles[source].annotations
        mentions, figures = inside(annotations.mentions, statements), inside(annotations.figures, statements)
        clauses = inside(annotations.clauses or (), statements)
        for statement, named, counted, said in zip(statements, mentions, figures, clauses, strict=True):
            terms.append(terms_of(statement, named))
            verbs = [each for each in said if each.verb not in SAYING_NOTHING and each.tense is not Tense.NONE]
            names = [each for each in named if each.kind in NAMED_KINDS]
            telling.append(tuple((each.start, each.end) for each in (*names, *counted, *verbs)))
    return terms, telling


def _relation(
    alignment: Alignment,
    shown: Sequence[int],
    terms: Sequence[Sequence[Term]],
    disputes: Disputes,
    references: set[int],
) -> tuple[bool, Relation]:
    """Whether the row is a doubtful difference, and how its readings relate."""
    sources = [alignment.statements[number].source for number in shown]
    pairs = {(min(a, b), max(a, b)) for a in shown for b in shown if a != b}
    if pairs & disputes.sure:
        return False, Relation.CONFLICT
    if len(set(sources)) > 1:
        doubtful = bool(pairs & disputes.likely)
        same = says_the_same(terms, sources) and not doubtful
        return doubtful, Relation.AGREE if same else Relation.DIFFER
    return False, Relation.POSSIBLE if references else Relation.SINGLE


def _readings(
    alignment: Alignment,
    shown: Sequence[int],
    terms: Sequence[Sequence[Term]],
    telling: Sequence[Spans],
    disputes: Disputes,
) -> tuple[Reading, ...]:
    """The row's sentences with the stretches that differ; a source alone differs from nobody."""
    statements = [alignment.statements[number] for number in shown]
    sources = [statement.source for statement in statements]
    texts = {source: alignment.articles[source].article.text for source in set(sources)}
    differing: list[Spans] = [()] * len(shown)
    if len(texts) > 1:
        differing = differing_spans(
            [terms[number] for number in shown], sources, texts, [telling[number] for number in shown]
        )
    return tuple(
        Reading(
            article=statement.passage.article,
            start=statement.passage.start,
            end=statement.passage.end,
            differing=spans,
            disputed=disputes.spans.get(number, ()),
        )
        for number, statement, spans in zip(shown, statements, differing, strict=True)
    )
