"""The second step: a few stored articles annotated, grouped into events, and their names resolved to entities.

An article counts as analysed once the last of the three is stored. Whatever ends the process before, the next worker
analyses it again, and comes to the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from reader.analysis.aliases import Cluster, Resolution, ResolvedEntity, lookup_keys, resolve
from reader.analysis.aliases.corrections import Corrections, gather, put_right, reread
from reader.analysis.annotate import ANALYSIS_VERSION, analysed_part, annotate, annotate_article, redated
from reader.analysis.tagger import Tagger
from reader.errors import AnalysisError
from reader.models.annotations import Annotations, Mention, MentionSource
from reader.models.article import Article
from reader.models.corrections import Correction
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
    broken: dict[int, str] = {}
    here = [record for record in records if store.brought_version(record.id) != ANALYSIS_VERSION]
    for record, found in [(record, hands.annotate(record)) for record in here]:
        store.put_annotations(record.id, replace(found.annotations, version=UNFINISHED))
        if found.broken:
            broken[record.id] = found.broken
    for record in records:
        store.accept_brought(record.id)
    for event in sorted(group(store, [record.id for record in records])):
        resolve_entities(store, store.event_articles(event))
    return broken


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
    corrections = _gathered(store.corrections())
    found = {number: annotations for number in members if (annotations := store.annotations(number))}
    here = Counter(mention.entity for annotations in found.values() for mention in annotations.mentions)
    stored = dict(found)
    clusters: dict[int, tuple[Cluster, ...]] = {}
    for number, annotations in found.items():
        if (article := store.article(number)) is None:
            continue
        found[number] = redated(article, annotations)
        if found[number] is not annotations:
            store.put_annotations(number, found[number])
            stored[number] = found[number]
        found[number] = _reread(article, found[number], corrections)
        clusters[number] = put_right(article.text, article.digest, found[number].mentions, corrections)
    keys = lookup_keys(cluster for several in clusters.values() for cluster in several)
    known = [replace(each, mentions=max(0, each.mentions - here[each.id])) for each in store.entities_with(keys)]
    resolution = resolve(clusters, known, corrections)
    with store.transaction():
        _store_resolution(store, stored, found, resolution)


@lru_cache(maxsize=1)
def _gathered(said: tuple[Correction, ...]) -> Corrections:
    """What a person has said of names, ready to be asked: it seldom changes from one event to the next."""
    return gather(said)


def _reread(article: Article, annotations: Annotations, corrections: Corrections) -> Annotations:
    """The annotations with the mentions that the person wants; what the machine found is kept beside them."""
    found = annotations.mentions if annotations.found is None else annotations.found
    mentions = reread(article.text, article.digest, found, corrections)
    if mentions == found:
        return replace(annotations, mentions=mentions, found=None)
    return replace(annotations, mentions=mentions, found=_unresolved(found))


def _unresolved(found: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(replace(mention, entity=None) for mention in found)


def _store_resolution(
    store: Store, stored: Mapping[int, Annotations], found: Mapping[int, Annotations], resolution: Resolution
) -> None:
    mentions = {number: list(annotations.mentions) for number, annotations in found.items()}
    for entity in resolution.entities:
        if entity.id:
            number = entity.id
            store.add_aliases(number, entity.aliases)
        else:
            number = store.add_entity(entity.name, entity.kind, entity.aliases).id
        if entity.id or entity.called:
            store.rename_entity(number, entity.name, entity.kind, entity.called)
        for article, index in entity.mentions:
            mentions[article][index] = _given(mentions[article][index], number, entity)
    for article, before in found.items():
        found_by_machine = before.mentions if before.found is None else before.found
        is_otherwise = [_seen(one) for one in mentions[article]] != [_seen(one) for one in found_by_machine]
        resolved = replace(
            before,
            mentions=tuple(mentions[article]),
            version=before.version or ANALYSIS_VERSION,
            found=_unresolved(found_by_machine) if is_otherwise else None,
        )
        if resolved != stored[article]:
            store.put_annotations(article, resolved)


def _given(mention: Mention, number: int, entity: ResolvedEntity) -> Mention:
    """The mention of an entity; it is of its kind if a person has said who that is."""
    if entity.by_hand and mention.kind is not entity.kind:
        return replace(mention, entity=number, kind=entity.kind, source=MentionSource.HAND)
    return replace(mention, entity=number)


def _seen(mention: Mention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.kind
