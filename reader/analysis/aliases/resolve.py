"""Which clusters of an event are one entity, and which of the library's that is. Last step of the aliases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reader.analysis.aliases.corrections import NO_CORRECTIONS, UNNAMING, Corrections, names_of
from reader.analysis.aliases.groups import Group, Member, group_clusters
from reader.analysis.aliases.institutions import everyones_identity
from reader.analysis.aliases.keys import alias_key, backed_by_short_forms, fullest, most_mentioned, person_name
from reader.analysis.aliases.known import keys_of_other_kinds, match_known
from reader.analysis.aliases.people import reason_of
from reader.analysis.aliases.records import Cluster, Reason, Resolution, ResolvedEntity, Spelling
from reader.analysis.entities.gazetteer import gazetteer
from reader.models.annotations import Kind
from reader.models.entities import SHORT_REASONS, Alias, Entity


def lookup_keys(clusters: Iterable[Cluster]) -> frozenset[str]:
    """The alias keys under which the library must be asked for the entities that ``resolve`` is told of as known."""
    found: set[str] = set()
    for cluster in clusters:
        found.update(spelling.key for spelling in cluster.spellings)
        found.update(keys_of_other_kinds(cluster))
        if (everyones := everyones_identity(cluster)) is not None:
            found.add(everyones)
    return frozenset(found)


def resolve(
    clusters_by_article: Mapping[int, Sequence[Cluster]],
    known: Sequence[Entity],
    corrections: Corrections = NO_CORRECTIONS,
) -> Resolution:
    """The entities of an event.

    Pure, and the same for any order of articles and of known entities. Two clusters of one article are never one
    entity: in an article it is decided already.

    Args:
        clusters_by_article: the clusters of every article of the event, by its id.
        known: the library's entities that have an alias with a key of ``lookup_keys``; their ``mentions`` are those of
            other articles.
        corrections: what a person has said of names; the clusters follow it already (``put_right``).
    """
    members = [
        Member(article, number, cluster)
        for article in sorted(clusters_by_article)
        for number, cluster in enumerate(clusters_by_article[article])
    ]
    entities = [_entity(group, match, corrections) for group, match in match_known(group_clusters(members), known)]
    return Resolution(tuple(sorted(entities, key=lambda entity: entity.mentions)))


def _entity(group: Group, known: Entity | None, corrections: Corrections) -> ResolvedEntity:
    counts: Counter[str] = Counter()
    spellings: dict[str, Spelling] = {}
    for member in group:
        for spelling in member.cluster.spellings:
            counts[spelling.surface] += spelling.count
            seen = spellings.get(spelling.surface)
            if seen is None or (seen.reason in SHORT_REASONS, seen.key) > (
                spelling.reason in SHORT_REASONS,
                spelling.key,
            ):
                spellings[spelling.surface] = spelling
    name = _name(group, spellings, counts, known)
    seen_before = {alias.surface for alias in known.aliases} if known is not None else set()
    aliases = tuple(
        Alias(spelling.key, surface, str(_reason(name, spelling)))
        for surface, spelling in sorted(spellings.items())
        if surface not in seen_before
    )
    mentions = tuple(sorted((member.article, number) for member in group for number in member.cluster.mentions))
    said = [member.cluster.kind for member in group if member.cluster.by_hand]
    kind = said[0] if said else group[0].cluster.kind
    if not said and known is not None and known.mentions >= len(mentions):
        kind = known.kind
    called = _called(group, known, corrections)
    if called and called not in {*spellings, *seen_before}:
        aliases += (Alias(f"hand:{kind.value}:{alias_key(called)}", called, str(Reason.HAND)),)
    by_hand = any(member.cluster.who for member in group)
    number = known.id if known is not None else 0
    return ResolvedEntity(number, name, kind, aliases, mentions, called if called != name else "", by_hand)


def _called(group: Group, known: Entity | None, corrections: Corrections) -> str:
    """The name that a person has given to an entity, or under which they have joined it to another one; or ""."""
    if not corrections:
        return ""
    names = {name for member in group for name in names_of(member.cluster, corrections)}
    if known is not None:
        full = (alias.surface for alias in known.aliases if alias.reason not in UNNAMING)
        names |= {name for surface in full for name in corrections.names(known.kind, surface)}
    who = corrections.who(names) or next((member.cluster.who for member in group if member.cluster.who), None)
    return corrections.name_for(names) or (who.name if who else "")


def _name(group: Group, spellings: Mapping[str, Spelling], counts: Counter[str], known: Entity | None) -> str:
    """The spelling to show.

    For people the most mentioned full name, for others the fullest spelling; the known name counts with the mentions in
    other articles. For a name of the tables its usual form, for an institution with its country if need be.
    """
    cluster = group[0].cluster
    choice = [(s, counts[s]) for s, spelling in spellings.items() if spelling.reason not in UNNAMING]
    choice = choice or [(member.cluster.who.name, 1) for member in group if member.cluster.who]
    choice = choice or [(s, counts[s]) for s in spellings]
    if cluster.kind is Kind.PERSON:
        choice = backed_by_short_forms(choice, [(s, counts[s]) for s in spellings if s not in dict(choice)])
    if known is not None:
        before = known.found or known.name
        choice = [*((s, n) for s, n in choice if s != before), (before, counts[before] + known.mentions)]
    if cluster.kind is Kind.PERSON:
        return most_mentioned(choice)
    if cluster.owner:
        owned = [one for one in choice if _names_owner(one[0], cluster.owner)]
        return fullest(owned) if owned else f"{fullest(choice)} ({cluster.owner})"
    usual = {
        entry.name for surface, _ in choice if (entry := gazetteer().known(surface)) and entry.kind is cluster.kind
    }
    written = [one for one in choice if one[0] in usual]
    return fullest(written or choice)


def _names_owner(surface: str, owner: str) -> bool:
    if surface.endswith(f"({owner})"):
        return True
    return any((entry := gazetteer().known(word)) and entry.country == owner for word in surface.split())


def _reason(name: str, spelling: Spelling) -> str:
    """Why a spelling belongs to the entity of that name."""
    if not spelling.key.startswith("person:"):
        return spelling.reason
    return reason_of(person_name(name), person_name(spelling.surface))
