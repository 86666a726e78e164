"""The clusters of one article: which of its mentions are one entity. First step of the aliases."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b

from reader.analysis.aliases.keys import alias_key, fullest
from reader.analysis.aliases.organisations import cluster_organisations
from reader.analysis.aliases.people import cluster_people, surfaces
from reader.analysis.aliases.records import Cluster, Reason, Scope, Spelling
from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.words import name_key
from reader.models.annotations import NAMED_KINDS, Kind, Mention

REMEMBERED = 64
"""Articles whose clusters are kept: an event is resolved anew with every few articles that join it."""


def anchor_of(text: str) -> str:
    """What a name that means somebody in this text alone is tied to."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def cluster_mentions(text: str, mentions: Sequence[Mention], without: Collection[int] = ()) -> tuple[Cluster, ...]:
    """The clusters of an article's named mentions, by their first mention; every named mention is in exactly one.

    Args:
        text: the article's text.
        mentions: all its mentions; dates and figures are passed over.
        without: numbers of mentions that are passed over as well.
    """
    # Which entity each was given before says nothing here, and is the only thing that changes between two resolutions.
    unresolved = tuple(mention if mention.entity is None else replace(mention, entity=None) for mention in mentions)
    return _clustered(text, unresolved, frozenset(without))


@lru_cache(maxsize=REMEMBERED)
def _clustered(text: str, mentions: tuple[Mention, ...], without: frozenset[int]) -> tuple[Cluster, ...]:
    anchor = anchor_of(text)
    by_kind: dict[Kind, dict[int, Mention]] = {}
    for number, mention in enumerate(mentions):
        if mention.kind in NAMED_KINDS and number not in without:
            by_kind.setdefault(mention.kind, {})[number] = mention
    clusters: list[Cluster] = []
    for kind, numbered in by_kind.items():
        if kind is Kind.PERSON:
            clusters += cluster_people(text, numbered, anchor)
        elif kind is Kind.ORG:
            clusters += cluster_organisations(text, numbered, anchor)
        else:
            clusters += _cluster_by_name(text, kind, numbered, anchor)
    return tuple(sorted(clusters, key=lambda cluster: cluster.mentions))


def _cluster_by_name(text: str, kind: Kind, mentions: Mapping[int, Mention], anchor: str) -> list[Cluster]:
    by_identity: dict[str, list[int]] = {}
    for number, mention in mentions.items():
        by_identity.setdefault(_identity(kind, text[mention.start : mention.end]), []).append(number)
    clusters: list[Cluster] = []
    for identity, numbers in by_identity.items():
        written = surfaces(text, mentions, numbers)
        spellings = tuple(Spelling(surface, n, identity, _reason(kind, surface, identity)) for surface, n in written)
        clusters.append(Cluster(kind, fullest(written), spellings, tuple(numbers), Scope.LIBRARY, identity, anchor))
    return clusters


def _identity(kind: Kind, surface: str) -> str:
    """What places, peoples and other things are known by: the table's name, or the name itself."""
    key = alias_key(surface)
    known = gazetteer().by_key.get(key)
    if known is not None and known.kind is kind:
        return name_key(known.name)
    if kind is Kind.GROUP:
        return _people_identity(key)
    return key


def _people_identity(key: str) -> str:
    """A people in one form: "Shi'ite Muslim" and "Muslim-Shiite" are one, "Houthis" are "Houthi"."""
    words = []
    for word in key.split(" "):
        known = gazetteer().by_key.get(word)
        words.append(name_key(known.name) if known is not None and known.kind is Kind.GROUP else word)
    if len(words) > 1 and all((known := gazetteer().by_key.get(word)) is not None and known.faith for word in words):
        return " ".join(sorted(words))
    last = words[-1]
    return " ".join([*words[:-1], last.removesuffix("s") if not last.endswith("ss") else last])


def _reason(kind: Kind, surface: str, identity: str) -> str:
    if alias_key(surface) == identity:
        return Reason.SAME
    return Reason.DEMONYM if kind is Kind.GROUP else Reason.KNOWN
