"""Clusters of an event's articles joined to groups: one group, one entity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reader.analysis.aliases.components import whole_groups
from reader.analysis.aliases.institutions import everyones_identity
from reader.analysis.aliases.keys import PersonName, alias_key, person_name
from reader.analysis.aliases.people import may_be_one, namesakes
from reader.analysis.aliases.records import Cluster, Reason, Scope, Spelling
from reader.models.annotations import Kind


@dataclass(frozen=True, slots=True)
class Member:
    """A cluster of an article, by its number among that article's clusters."""

    article: int
    number: int
    cluster: Cluster


Group = tuple[Member, ...]
"""Clusters of different articles that are one entity, in order."""


def group_clusters(members: Sequence[Member]) -> list[Group]:
    """The members in groups: by identity, then people by spelling, then short forms that fit exactly one group."""
    groups = _by_identity(member for member in members if member.cluster.scope is Scope.LIBRARY)
    groups = _people_joined(groups)
    groups = _acronyms_joined(groups)
    groups = _short_forms_joined(groups, [member for member in members if member.cluster.scope is Scope.EVENT])
    return _kinds_joined(groups)


def full_names(group: Group) -> tuple[PersonName, ...]:
    """The full names of a group of people, each once; none for other kinds and bare names."""
    surfaces = {
        spelling.surface
        for member in group
        for spelling in member.cluster.spellings
        if spelling.key.startswith("person:")
    }
    return tuple(sorted({person_name(surface) for surface in surfaces}, key=lambda name: name.words))


def _by_identity(members: Iterable[Member]) -> list[Group]:
    groups: dict[tuple[Kind, str], list[Member]] = {}
    for member in members:
        groups.setdefault((member.cluster.kind, member.cluster.identity), []).append(member)
    # Two clusters of one article are never one entity, even if another article's spelling gives them one identity.
    return [part for group in groups.values() for part in _apart(group)]


def _apart(group: Sequence[Member]) -> list[Group]:
    if len({member.article for member in group}) == len(group):
        return [tuple(group)]
    return [(member,) for member in group]


def _articles(group: Group) -> set[int]:
    return {member.article for member in group}


def _people_joined(groups: Sequence[Group]) -> list[Group]:
    """Groups of people joined whose names are spelled a little differently, if that is so of each with each."""
    names = {group: full_names(group) for group in groups if group[0].cluster.kind is Kind.PERSON}
    # Whom a person has made out of a name is whoever they say, and nobody who is called nearly the same.
    people = [group for group in groups if names.get(group)]

    def same(one: Group, other: Group) -> bool:
        if _articles(one) & _articles(other):
            return False
        return all(may_be_one(a, b) for a in names[one] for b in names[other])

    pairs = [(a, b) for a, b in namesakes([names[group][0] for group in people]) if same(people[a], people[b])]
    joined = whole_groups(people, pairs, lambda group: all(same(a, b) for a, b in combinations(group, 2)))
    merged = [tuple(sorted((m for group in part for m in group), key=_order)) for part in joined]
    return [group for group in groups if not names.get(group)] + merged


def _order(member: Member) -> tuple[int, int]:
    return member.article, member.number


def _acronyms_joined(groups: Sequence[Group]) -> list[Group]:
    """A group known by nothing but an acronym, joined to the one organisation that another article gives it to."""
    owners = _owners(groups, lambda cluster: cluster.short if cluster.kind is Kind.ORG else frozenset())
    gone: set[int] = set()
    joined = list(groups)
    for at, group in enumerate(groups):
        identity = group[0].cluster.identity
        targets = [target for target in owners.get(identity, []) if target != at]
        if (
            group[0].cluster.kind is not Kind.ORG
            or len(targets) != 1
            or _articles(joined[targets[0]]) & _articles(group)
        ):
            continue
        renamed = [_respelled(member, f"acronym:{identity}", Reason.ACRONYM) for member in group]
        joined[targets[0]] = tuple(sorted((*joined[targets[0]], *renamed), key=_order))
        gone.add(at)
    return [group for at, group in enumerate(joined) if at not in gone]


def _short_forms_joined(groups: Sequence[Group], bare: Sequence[Member]) -> list[Group]:
    """Bare surnames and ownerless institutions joined to the one group that they fit.

    Those that fit none are one entity among themselves, and the one that everyone means if the name tells; those that
    fit several stay apart, article by article.
    """
    owners = _owners(groups, _shorter_names)
    joined = list(groups)
    alone: dict[tuple[Kind, str], list[Member]] = {}
    apart: list[Group] = []
    for member in bare:
        targets = owners.get(_short_form(member.cluster), [])
        if not targets and (everyones := everyones_identity(member.cluster)) is not None:
            alone.setdefault((Kind.ORG, everyones), []).append(_respelled(member, everyones, Reason.SAME))
        elif not targets:
            alone.setdefault((member.cluster.kind, member.cluster.identity), []).append(member)
        elif len(targets) == 1 and member.article not in _articles(groups[targets[0]]):
            target = targets[0]
            joined[target] = tuple(sorted((*joined[target], _as_part_of(member, groups[target])), key=_order))
        else:
            apart.append((member,))
    return joined + [part for group in alone.values() for part in _apart(group)] + apart


def _owners(groups: Sequence[Group], names: Callable[[Cluster], Iterable[str]]) -> dict[str, list[int]]:
    """By each shorter name the numbers of the groups that have it."""
    owners: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        for name in sorted({name for member in group for name in names(member.cluster)}):
            owners.setdefault(name, []).append(at)
    return owners


def _shorter_names(cluster: Cluster) -> Iterable[str]:
    if cluster.kind is Kind.PERSON:
        return {f"surname:{name}" for name in cluster.short}
    return {cluster.identity.partition("@")[0]} if cluster.owner else ()


def _short_form(cluster: Cluster) -> str:
    return cluster.identity


def _as_part_of(member: Member, group: Group) -> Member:
    if member.cluster.kind is Kind.PERSON:
        return _respelled(member, member.cluster.identity, Reason.SURNAME)
    return _respelled(member, group[0].cluster.identity, Reason.ONE_OWNER)


def _respelled(member: Member, key: str, reason: str) -> Member:
    spellings = tuple(Spelling(s.surface, s.count, key, reason) for s in member.cluster.spellings)
    return replace(member, cluster=replace(member.cluster, spellings=spellings))


def _kinds_joined(groups: Sequence[Group]) -> list[Group]:
    """Groups of one and the same name that different articles take for different kinds, joined to the most mentioned.

    An unknown name is a firm to the tagger in one article and a person in the next one; inside an event it is one
    thing. Where an article itself has the name in two kinds, they stay two.
    """
    by_name: dict[str, list[Group]] = {}
    for group in groups:
        by_name.setdefault(_plain_name(group), []).append(group)
    joined: list[Group] = []
    for name, same in by_name.items():
        articles = [member.article for group in same for member in group]
        mixed = len({group[0].cluster.kind for group in same}) == len(same) > 1
        if not name or not mixed or len(set(articles)) < len(articles):
            joined.extend(same)
            continue
        main = max(same, key=lambda group: (_mentions(group), group[0].cluster.kind.value))
        key = main[0].cluster.spellings[0].key
        others = [_respelled(member, key, Reason.SAME) for group in same if group is not main for member in group]
        joined.append(main[:1] + tuple(sorted((*main[1:], *others), key=_order)))
    return joined


def _plain_name(group: Group) -> str:
    """The name of a group if all its spellings have one key; "" for groups, and where it has several names.

    "" too where a person has said what it is.
    """
    if group[0].cluster.kind is Kind.GROUP or any(member.cluster.by_hand for member in group):
        return ""
    keys = {alias_key(spelling.surface) for member in group for spelling in member.cluster.spellings}
    return keys.pop() if len(keys) == 1 else ""


def _mentions(group: Group) -> int:
    return sum(len(member.cluster.mentions) for member in group)
