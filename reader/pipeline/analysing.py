"""The second step: a few stored articles annotated, grouped into events, and their names resolved to entities.

An article counts as analysed once the last of the three is stored. Whatever ends the process before, the next worker
analyses it again, and comes to the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.analysis.aliases import Cluster, Resolution, cluster_mentions, lookup_keys, resolve
from reader.analysis.annotate import ANALYSIS_VERSION, analysed_part, annotate, annotate_article, redated
from reader.analysis.tagger import Tagger
from reader.errors import AnalysisError
from reader.models.annotations import Annotations
from reader.models.article import Article
from reader.pipeline.grouping import group
from reader.pipeline.hands import Annotated, Hands
from reader.store.grouping import GroupingTables
from reader.store.store import Store

UNFINISHED = 0
"""Version of annotations whose names are not resolved yet: older than any analysis."""


def analyse(store: Store, hands: Hands, articles: Sequence[int]) -> dict[int, str]:
    """Annotate these articles, and bring events and entities up to date with them.

    The ids of the articles that the language model breaks on come back, each with a sentence that says so; in these
    only the rules have found names.
    """
    records = [record for number in articles if (record := store.article(number))]
    found = [brought(store, record.id) or hands.annotate(record) for record in records]
    for record, annotated in zip(records, found, strict=True):
        store.put_annotations(record.id, replace(annotated.annotations, version=UNFINISHED))
    for event in sorted(group(store, [record.id for record in records])):
        resolve_entities(store, store.event_articles(event))
    return {record.id: one.broken for record, one in zip(records, found, strict=True) if one.broken}


def brought(store: Store, number: int) -> Annotated | None:
    """What this version of the analysis has found in an article elsewhere; None if it is still to be annotated."""
    if store.brought_version(number) != ANALYSIS_VERSION or (found := store.annotations(number)) is None:
        return None
    return Annotated(found)


def regroup(store: Store, articles: Sequence[int]) -> None:
    """Find the events of articles anew, after a person has joined or parted some."""
    tables = GroupingTables(store.database)
    with store.transaction():
        tables.mark_linked(articles, value=False)
    for event in sorted(group(store, ())):
        resolve_entities(store, store.event_articles(event))


def annotate_alone(article: Article, tagger: Tagger) -> Annotated:
    """What is found in an article; if that breaks the model of names, it is noted and done without it. Pure.

    Only the tagger's own failures are met so: a fault of our own rules must be seen.
    """
    try:
        (annotations,) = annotate([article], tagger)
    except AnalysisError as error:
        broken = f"{article.title.value or article.origin}: {error}"
        return Annotated(annotate_article(analysed_part(article), ()), broken)
    return Annotated(annotations)


def resolve_entities(store: Store, members: Sequence[int]) -> None:
    """Give every named mention of one event's articles the entity it belongs to, among those of the whole library."""
    found = {number: annotations for number in members if (annotations := store.annotations(number))}
    clusters: dict[int, tuple[Cluster, ...]] = {}
    for number, annotations in found.items():
        if (article := store.article(number)) is None:
            continue
        clusters[number] = cluster_mentions(article.text, annotations.mentions)
        found[number] = redated(article, annotations)
        if found[number] is not annotations:
            store.put_annotations(number, found[number])
    keys = lookup_keys(cluster for several in clusters.values() for cluster in several)
    here = Counter(mention.entity for annotations in found.values() for mention in annotations.mentions)
    known = [replace(each, mentions=max(0, each.mentions - here[each.id])) for each in store.entities_with(keys)]
    resolution = resolve(clusters, known)
    with store.transaction():
        _store_resolution(store, found, resolution)


def _store_resolution(store: Store, found: Mapping[int, Annotations], resolution: Resolution) -> None:
    mentions = {number: list(annotations.mentions) for number, annotations in found.items()}
    for entity in resolution.entities:
        if entity.id:
            number = entity.id
            store.add_aliases(number, entity.aliases)
            store.rename_entity(number, entity.name, entity.kind)
        else:
            number = store.add_entity(entity.name, entity.kind, entity.aliases).id
        for article, index in entity.mentions:
            mentions[article][index] = replace(mentions[article][index], entity=number)
    for article, before in found.items():
        resolved = replace(before, mentions=tuple(mentions[article]), version=before.version or ANALYSIS_VERSION)
        if resolved != before:
            store.put_annotations(article, resolved)
