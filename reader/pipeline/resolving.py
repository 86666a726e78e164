"""Names that a person has put right are resolved anew, an event at a time, those on the screen first."""

from __future__ import annotations

from collections.abc import Sequence

from reader.pipeline.analysing import resolve_entities
from reader.store.store import Store


def resolve_some(store: Store, wanted: Sequence[int] = ()) -> bool:
    """Resolve the names of one event anew, if that of any is to be; False if none is."""
    article = store.unresolved(wanted)
    if article is None:
        return False
    event = store.event_of(article)
    members = (article,) if event is None else store.event_articles(event)
    resolve_entities(store, members)
    with store.transaction():
        store.set_resolved(members)
    return True
