"""Articles with marked names, put into a library without a tagger, and who is who in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.models.annotations import Annotations, Kind, Mention, MentionSource, Sentence
from reader.models.article import LineLabel
from reader.models.library import EventGroup
from reader.pipeline.analysing import resolve_entities
from reader.pipeline.resolving import resolve_some
from reader.store.store import Store
from tests.analysis.events.reports import Report, as_article

_MARKED = re.compile(r"\{(\w) ([^}]+)\}")
_KINDS = {"P": Kind.PERSON, "O": Kind.ORG, "L": Kind.PLACE, "G": Kind.GROUP, "X": Kind.OTHER}

People = frozenset[tuple[str, str, int, tuple[str, ...]]]
"""Who is in a library: name, kind, mentions, spellings of each."""


def marked(text: str) -> tuple[str, tuple[Mention, ...]]:
    """The text without marks, and its mentions: "{P Ada Byron} lives in {L London}."."""
    mentions: list[Mention] = []
    plain = ""
    at = 0
    for found in _MARKED.finditer(text):
        plain += text[at : found.start()]
        mentions.append(Mention(len(plain), len(plain) + len(found[2]), _KINDS[found[1]], MentionSource.MODEL, 0.85))
        plain += found[2]
        at = found.end()
    return plain + text[at:], tuple(mentions)


def annotations_of(text: str, version: int = 0) -> Annotations:
    plain, mentions = marked(text)
    sentences = tuple(
        Sentence(found.start(), found.end(), LineLabel.BODY)
        for found in re.finditer(r"[^.!?\n\s][^.!?\n]*[.!?]?", plain)
    )
    return Annotations(version, sentences, mentions, (), (), ())


def add(store: Store, text: str, number: int, outlet: str = "", day: str = "2025-01-01") -> int:
    """Add one article; it is in an event of its own until ``group_events``."""
    article = as_article(Report("", day, "", marked(text)[0], outlet), number)
    from dataclasses import replace

    outcome = store.put_article(
        replace(article, id=0), b"%d" % number, size=0, mtime_ns=number, added_at="2025-01-01T00:00:00"
    )
    assert outcome.id is not None
    store.put_annotations(outcome.id, annotations_of(text))
    return outcome.id


def event(store: Store, articles: Sequence[int]) -> int:
    """Let articles be one event, and resolve its names."""
    (number,) = store.put_events([EventGroup(tuple(articles), "An event", "2025-01-01")])
    resolve_entities(store, store.event_articles(number))
    return number


def work_off(store: Store) -> None:
    """Do what the worker does with names that were put right."""
    while resolve_some(store):
        pass
    while job := store.next_job():
        store.finish_job(job.id, None)


def people(store: Store) -> People:
    found = set()
    for number, name, kind, mentions in store.database.rows("SELECT id, name, kind, mentions FROM entity"):
        spelled = store.database.rows("SELECT surface FROM alias WHERE entity_id = ? ORDER BY surface", (number,))
        found.add((name, kind, mentions, tuple(row[0] for row in spelled)))
    return frozenset(found)


def entity(store: Store, name: str, kind: str = "") -> int:
    rows = store.database.rows("SELECT id FROM entity WHERE name = ? AND (? = '' OR kind = ?)", (name, kind, kind))
    assert len(rows) == 1, (name, people(store))
    return int(rows[0][0])


def counts(store: Store) -> dict[str, int]:
    """How often each is named, by the shown name; a name of two has both."""
    found: dict[str, int] = {}
    for name, mentions in store.database.rows("SELECT name, mentions FROM entity ORDER BY mentions"):
        found[name if name not in found else f"{name} (2)"] = mentions
    return found
