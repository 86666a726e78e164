"""The second step: a few stored articles analysed, grouped into events, their entities resolved, their events compared."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.aliases import cluster_mentions, lookup_keys, resolve
from reader.analysis.annotate import annotate
from reader.analysis.tagger import Tagger
from reader.pipeline.comparing import compare_event
from reader.pipeline.grouping import group
from reader.store.store import Store


def analyse(store: Store, tagger: Tagger, articles: Sequence[int]) -> None:
    """Annotate these articles, and bring events, entities and comparisons up to date with them.

    Each article's annotations are stored on their own, so that whatever ends the process loses one article's work.
    """
    records = [store.article(number) for number in articles]
    for record, annotations in zip(records, annotate(records, tagger), strict=True):
        store.put_annotations(record.id, annotations)
    for event in sorted(group(store, articles)):
        resolve_entities(store, store.members(event))
        compare_event(store, event)


def resolve_entities(store: Store, members: Sequence[int]) -> None:
    """Give every named mention of one event's articles the entity it belongs to, among those of the whole library."""
    clusters = {
        number: cluster_mentions(store.article(number).text, store.annotations(number).mentions)
        for number in members
        if store.is_analysed(number)
    }
    keys = lookup_keys([cluster for found in clusters.values() for cluster in found])
    store.put_resolution(resolve(clusters, store.entities_with(keys)))
