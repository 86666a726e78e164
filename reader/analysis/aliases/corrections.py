"""What a person has said of names, laid over what the machine finds: theirs always holds. Pure.

Two steps: which mentions are names, and of which kind (``reread``), before the mentions of an article are clustered;
who the clusters are (``put_right``), after it. What was said last holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.analysis.aliases.cluster import anchor_of, cluster_mentions
from reader.analysis.aliases.keys import alias_key, person_name
from reader.analysis.aliases.people import surfaces
from reader.analysis.aliases.records import Cluster, Reason, Scope, Spelling
from reader.models.annotations import NAMED_KINDS, Kind, Mention, MentionSource
from reader.models.corrections import EVERYWHERE, Belongs, Called, Correction, ReadAs, SameAs, Where, Who, nth_of
from reader.models.entities import SHORT_REASONS

Named = tuple[Kind | None, str, bool]
"""What an entity is meant by: kind (None for a name of several words, which is of one kind anywhere), key, apart."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that a person has said of names, ready to be asked; of each kind by the key of the spelling concerned."""

    read_as: Mapping[str, tuple[ReadAs, ...]] = field(default_factory=dict)
    belongs: Mapping[str, tuple[Belongs, ...]] = field(default_factory=dict)
    same: Mapping[Named, Who] = field(default_factory=dict)
    called: Mapping[Named, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.read_as or self.belongs or self.same or self.called)

    def kind_of(self, kind: Kind, name: str) -> Kind:
        """The kind that a name is of, everywhere, after what was said of it."""
        for said in reversed(self.read_as.get(alias_key(name), ())):
            if said.where == EVERYWHERE and said.kind is not None and _is_meant(said.found, kind, name):
                return said.kind
        return kind

    def named(self, who: Who) -> Named:
        """What an entity is meant by."""
        key = alias_key(who.name)
        return self.kind_of(who.kind, who.name) if who.kind and " " not in key else None, key, who.apart

    def meant(self, who: Who) -> Who:
        """The entity with the kind that its name is of."""
        return replace(who, kind=self.kind_of(who.kind or Kind.OTHER, who.name))

    def names(self, kind: Kind, name: str) -> set[Named]:
        """Everything that a name of a kind may be meant by."""
        return {self.named(Who(kind, name)), self.named(Who(None, name))}

    def who(self, names: Iterable[Named]) -> Who | None:
        """Who somebody of one of these names is, if anybody has said so."""
        found = [who for name in names if (who := self.same.get(name))]
        return min(found, key=lambda who: (who.kind, who.name)) if found else None

    def name_for(self, names: Iterable[Named]) -> str:
        """The name that a person has given to whoever has one of these names; "" for none."""
        return min((name for each in names if (name := self.called.get(each))), default="")


NO_CORRECTIONS = Corrections()

UNNAMING = SHORT_REASONS | {Reason.HAND}
"""Why spellings belong to an entity that by themselves mean nobody, or somebody else."""


def gather(said: Sequence[Correction]) -> Corrections:
    """The corrections that stand, in the order in which they were said, ready to be asked."""
    read_as: dict[str, tuple[ReadAs, ...]] = {}
    belongs: dict[str, tuple[Belongs, ...]] = {}
    for each in said:
        if isinstance(each, ReadAs):
            read_as[alias_key(each.spelling)] = (*read_as.get(alias_key(each.spelling), ()), each)
        elif isinstance(each, Belongs):
            belongs[alias_key(each.spelling)] = (*belongs.get(alias_key(each.spelling), ()), each)
    kinds = Corrections(read_as=read_as)
    same = _same(kinds, [each for each in said if isinstance(each, SameAs)])
    called: dict[Named, str] = {}
    for each in said:
        if isinstance(each, Called):
            name = kinds.named(each.who)
            called[kinds.named(same.get(name, each.who))] = called[name] = each.name
    return Corrections(read_as, belongs, same, called)


def _same(kinds: Corrections, said: Sequence[SameAs]) -> dict[Named, Who]:
    """Who everybody is that was said to be the same as somebody: all that were joined are the one named last."""
    groups: dict[Named, tuple[Who, set[Named]]] = {}
    for each in said:
        meant = kinds.meant(each.other)
        names = [kinds.named(who) for who in (each.one, each.other)]
        shown = groups[names[1]][0] if names[1] in groups else meant
        members = {member for name in names for member in (groups[name][1] if name in groups else {name})}
        groups |= dict.fromkeys(members, (shown, members))
    return {name: who for name, (who, _) in groups.items()}


def _is_meant(said: Kind | None, found: Kind, name: str) -> bool:
    """Whether what was said of a name taken for one kind is meant of it where it is taken for another."""
    return said is None or said is found or " " in alias_key(name)


def reread(text: str, digest: str, found: Sequence[Mention], corrections: Corrections) -> tuple[Mention, ...]:
    """The mentions of an article, as the person has put them right."""
    if not corrections.read_as:
        return tuple(found)
    kept: list[Mention] = []
    for mention in found:
        if mention.kind not in NAMED_KINDS:
            kept.append(mention)
            continue
        surface = text[mention.start : mention.end]
        said = [
            each
            for each in corrections.read_as.get(alias_key(surface), ())
            if _holds(each.where, text, digest, mention) and _is_meant(each.found, mention.kind, surface)
        ]
        if not said or said[-1].kind is mention.kind:
            kept.append(mention)
        elif said[-1].kind is not None:
            kept.append(replace(mention, kind=said[-1].kind, source=MentionSource.HAND, confidence=1.0))
    return tuple(kept)


def _holds(where: Where, text: str, digest: str, mention: Mention) -> bool:
    """Whether something that was said holds for a mention of this text."""
    if where.digest not in {"", digest}:
        return False
    return not where.nth or where.nth == nth_of(text, mention.start, mention.end)


def put_right(text: str, digest: str, mentions: Sequence[Mention], corrections: Corrections) -> tuple[Cluster, ...]:
    """The clusters of an article's named mentions: those of ``cluster_mentions``, put right as the person said."""
    clusters = cluster_mentions(text, mentions)
    if not corrections:
        return clusters
    moved = _moved(text, digest, mentions, clusters, corrections)
    if moved:
        clusters = cluster_mentions(text, mentions, without=moved.keys())
    meant: dict[Who, list[int]] = {}
    for number, who in moved.items():
        meant.setdefault(corrections.same.get(corrections.named(who), who), []).append(number)
    left: list[Cluster] = []
    for cluster in clusters:
        if said := corrections.who(names_of(cluster, corrections)):
            meant.setdefault(said, []).extend(cluster.mentions)
        else:
            left.append(_without_short(_marked(cluster, mentions), corrections))
    for who, numbers in meant.items():
        made = _cluster(who, text, mentions, sorted(numbers))
        twins = [each for each in left if each.identity == made.identity and each.kind is made.kind]
        numbers += [number for each in twins for number in each.mentions]
        left = [each for each in left if each not in twins]
        left.append(_cluster(who, text, mentions, sorted(numbers)) if twins else made)
    return tuple(sorted(left, key=lambda cluster: cluster.mentions))


def _marked(cluster: Cluster, mentions: Sequence[Mention]) -> Cluster:
    """The cluster, which says so if a person has said of which kind it is."""
    by_hand = any(mentions[number].source is MentionSource.HAND for number in cluster.mentions)
    return replace(cluster, by_hand=True) if by_hand else cluster


def _moved(
    text: str, digest: str, mentions: Sequence[Mention], clusters: Sequence[Cluster], corrections: Corrections
) -> dict[int, Who]:
    """The mentions that a person has given to somebody, by number."""
    if not corrections.belongs:
        return {}
    cluster_of = {number: cluster for cluster in clusters for number in cluster.mentions}
    moved: dict[int, Who] = {}
    for number, mention in enumerate(mentions):
        if number not in cluster_of:
            continue
        for said in corrections.belongs.get(alias_key(text[mention.start : mention.end]), ()):
            if _holds(said.where, text, digest, mention) and _is_of(cluster_of[number], said.instead_of, corrections):
                moved[number] = corrections.meant(said.who)
    return moved


def _is_of(cluster: Cluster, who: Who | None, corrections: Corrections) -> bool:
    """Whether a cluster is this entity, or is joined to it; anything is, if none is given."""
    if who is None:
        return True
    names = names_of(cluster, corrections)
    joined = corrections.who(names)
    return corrections.named(who) in names or (
        joined is not None and corrections.named(joined) == corrections.named(who)
    )


def names_of(cluster: Cluster, corrections: Corrections) -> set[Named]:
    """What a cluster is meant by; short forms and what holds in an event only mean nobody."""
    if cluster.who is not None:
        return {corrections.named(cluster.who)}
    if cluster.scope is Scope.EVENT:
        return set()
    return {
        name
        for spelling in cluster.spellings
        if spelling.reason not in UNNAMING
        for name in corrections.names(cluster.kind, spelling.surface)
    }


def _without_short(cluster: Cluster, corrections: Corrections) -> Cluster:
    """The cluster without the short forms that, as the person said, mean somebody else."""
    gone = {
        short
        for short in cluster.short
        for said in corrections.belongs.get(short, ())
        if said.where == EVERYWHERE and said.instead_of and _is_of(cluster, said.instead_of, corrections)
    }
    return replace(cluster, short=cluster.short - gone) if gone else cluster


def _cluster(who: Who, text: str, mentions: Sequence[Mention], numbers: Sequence[int]) -> Cluster:
    """The cluster of mentions that are one entity because a person said so.

    It has the identity that the entity's name has elsewhere; none of the spellings says anything else by itself.
    """
    kind = who.kind or Kind.OTHER
    (model,) = cluster_mentions(who.name, [Mention(0, len(who.name), kind, MentionSource.HAND)])
    own_key = f"hand:{kind.value}:{alias_key(who.name)}"
    is_own = who.apart or model.scope is Scope.EVENT
    identity = own_key if is_own else model.identity
    key = own_key if is_own else model.spellings[0].key
    written = surfaces(text, {number: mentions[number] for number in numbers}, numbers)
    same = alias_key(who.name)
    spellings = [
        Spelling(surface, count, key if alias_key(surface) == same else own_key, _reason(who, surface))
        for surface, count in written
    ]
    if who.name not in {spelling.surface for spelling in spellings}:
        spellings.append(Spelling(who.name, 0, key, Reason.HAND))
    short = person_name(who.name).short if kind is Kind.PERSON and not who.apart else model.short
    return Cluster(
        kind,
        who.name,
        tuple(spellings),
        tuple(numbers),
        Scope.LIBRARY,
        identity,
        anchor_of(text),
        owner="" if is_own else model.owner,
        people=() if is_own else model.people,
        short=frozenset() if who.apart else short,
        by_hand=True,
        who=who,
    )


def _reason(who: Who, surface: str) -> str:
    return Reason.SAME if alias_key(surface) == alias_key(who.name) and not who.apart else Reason.HAND
