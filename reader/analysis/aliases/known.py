"""Which groups of an event the library knows already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.aliases.groups import Group, full_names
from reader.analysis.aliases.keys import PersonName, alias_key, person_key, person_name, spelling_distance
from reader.analysis.aliases.people import may_be_one
from reader.analysis.aliases.records import Cluster, Reason
from reader.models.annotations import Kind
from reader.models.entities import Entity


@dataclass(frozen=True, slots=True, order=True)
class _Offer:
    """A group that may be a known entity; the smaller, the surer."""

    distance: int
    entity: int
    group: int


_OTHER_KIND = 9
"""Distance of a known entity of the same name that is of another kind: any of the same kind is nearer."""


def plain_name(cluster: Cluster) -> str:
    """The one name of several words by which a cluster is called; "" if it has several, or one that is but a word.

    A single word may well be a person here and a place there ("Lincoln"); a longer name seldom is. "" too for what a
    person has said what it is.
    """
    if cluster.kind is Kind.GROUP or cluster.owner or cluster.by_hand:
        return ""
    names = {alias_key(spelling.surface) for spelling in cluster.spellings if spelling.reason != Reason.SURNAME}
    name = names.pop() if len(names) == 1 else ""
    return name if " " in name else ""


def keys_of_other_kinds(cluster: Cluster) -> frozenset[str]:
    """The keys that a cluster's name has where it is taken for something of another kind."""
    name = plain_name(cluster)
    return frozenset({name, person_key(person_name(name))}) if name else frozenset()


def match_known(groups: Sequence[Group], known: Sequence[Entity]) -> list[tuple[Group, Entity | None]]:
    """Each group with the library's entity that it is, or None.

    A known entity is given to one group at most, the nearest one. A group that is one or two letters off takes a known
    person only if there is exactly one such person. A name of several words that the library has in another kind is
    that entity, if nothing of its own kind is.
    """
    by_id = {entity.id: entity for entity in known}
    by_key: dict[tuple[Kind, str], list[Entity]] = {}
    by_name: dict[str, list[Entity]] = {}
    for entity in sorted(known, key=lambda entity: entity.id):
        for key in {alias.key for alias in entity.aliases}:
            by_key.setdefault((entity.kind, key), []).append(entity)
        by_name.setdefault(alias_key(entity.name), []).append(entity)
    offers: list[_Offer] = []
    for at, group in enumerate(groups):
        kind = group[0].cluster.kind
        keys = {spelling.key for member in group for spelling in member.cluster.spellings}
        candidates = {entity.id: entity for key in keys for entity in by_key.get((kind, key), ())}
        offers.extend(_offers(at, group, list(candidates.values())))
        name = {plain_name(member.cluster) for member in group}
        named = by_name.get(name.pop(), []) if len(name) == 1 else []
        offers.extend(_Offer(_OTHER_KIND, entity.id, at) for entity in named if entity.kind not in {kind, Kind.GROUP})
    given: dict[int, int] = {}
    taken: set[int] = set()
    for offer in sorted(offers):
        if offer.group not in given and offer.entity not in taken:
            given[offer.group] = offer.entity
            taken.add(offer.entity)
    return [(group, by_id[given[at]] if at in given else None) for at, group in enumerate(groups)]


def _offers(at: int, group: Group, candidates: Sequence[Entity]) -> list[_Offer]:
    names = full_names(group)
    if not names:
        return [_Offer(0, entity.id, at) for entity in candidates]
    exact: list[_Offer] = []
    near: list[_Offer] = []
    for entity in candidates:
        others = [
            name for alias in entity.aliases if (name := person_name(alias.surface)).is_full and _is_name(alias.key)
        ]
        distance = _distance(names, others)
        if distance == 0:
            exact.append(_Offer(0, entity.id, at))
        elif distance is not None:
            near.append(_Offer(distance, entity.id, at))
    if exact:
        return exact
    return near if len(near) == 1 else []


def _is_name(key: str) -> bool:
    return key.startswith("person:")


def _distance(names: Sequence[PersonName], others: Sequence[PersonName]) -> int | None:
    """0 if a name is the same; else the least distance, if every name may be one person's with every other."""
    found = [spelling_distance((a.first, a.rest), (b.first, b.rest)) for a in names for b in others]
    if 0 in found:
        return 0
    if not found or not all(may_be_one(a, b) for a in names for b in others):
        return None
    return min((distance for distance in found if distance is not None), default=None)
