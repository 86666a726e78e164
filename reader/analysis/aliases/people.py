"""The people of one article: full names, their spellings, and bare surnames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.analysis.aliases.components import whole_groups
from reader.analysis.aliases.keys import (
    PersonName,
    backed_by_short_forms,
    fullest,
    person_key,
    person_name,
    spelling_distance,
)
from reader.analysis.aliases.records import Cluster, Reason, Scope, Spelling
from reader.models.annotations import Kind, Mention

_OFTEN = 2
"""Mentions of each of two nearly equal names in one article from which they are two people: a slip happens once."""

_SIDE_BY_SIDE = frozenset({" and ", ", ", ", and ", " or ", " & ", " with "})
"""What stands between two people: names so joined are never one person's."""


_NAMESAKES = 100
"""People of one first name that are compared with one another, at most: no news event has as many, and the pairs of a
directory of names would take for ever."""


@dataclass(frozen=True, slots=True)
class _Named:
    """The mentions of one full name, or of one bare name."""

    name: PersonName
    mentions: tuple[int, ...]


def cluster_people(text: str, mentions: Mapping[int, Mention], anchor: str) -> list[Cluster]:
    """The clusters of an article's people; ``mentions`` by index."""
    by_name: dict[tuple[str, ...], list[int]] = {}
    for number, mention in mentions.items():
        by_name.setdefault(person_name(text[mention.start : mention.end]).words, []).append(number)
    named = [_Named(person_name(" ".join(words)), tuple(numbers)) for words, numbers in by_name.items() if words]
    full = [one for one in named if one.name.is_full]
    bare = [one for one in named if not one.name.is_full]
    full, endings = _endings(full)
    groups = _groups(text, mentions, full, bare)
    short = [frozenset(key for one in group for key in one.name.short) for group in groups]
    joined: list[list[tuple[_Named, str]]] = [
        [(one, _spelling_reason(group, one)) for one in group] for group in groups
    ]
    owners: dict[str, list[int]] = {}
    for at, keys in enumerate(short):
        for key in keys:
            owners.setdefault(key, []).append(at)
    alone: list[_Named] = []
    for one in [*endings, *bare]:
        mine = owners.get(" ".join(one.name.words), [])
        if len(mine) == 1:
            joined[mine[0]].append((one, Reason.SURNAME))
        else:
            alone.append(one)
    clusters = [_full_cluster(text, mentions, group, keys, anchor) for group, keys in zip(joined, short, strict=True)]
    return clusters + [_bare_cluster(text, mentions, one, anchor) for one in alone]


def _endings(full: Sequence[_Named]) -> tuple[list[_Named], list[_Named]]:
    """The full names, and those that are only the ending of another one ("Tayyip Erdogan", "García Márquez")."""
    shorter = {key for one in full for key in one.name.short}
    whole = [one for one in full if " ".join(one.name.words) not in shorter]
    return whole, [one for one in full if " ".join(one.name.words) in shorter]


def _groups(
    text: str, mentions: Mapping[int, Mention], full: Sequence[_Named], bare: Sequence[_Named]
) -> list[list[_Named]]:
    """The full names, those of one person together."""
    bare_counts = {" ".join(one.name.words): len(one.mentions) for one in bare}

    def count(one: _Named) -> int:
        return len(one.mentions) + bare_counts.get(one.name.words[-1], 0)

    def same(one: _Named, other: _Named) -> bool:
        if not may_be_one(one.name, other.name):
            return False
        spelled_apart = one.name.words[-1] != other.name.words[-1]
        if spelled_apart and count(one) >= _OFTEN and count(other) >= _OFTEN:
            return False
        return not _stand_side_by_side(text, mentions, one, other)

    pairs = [(a, b) for a, b in namesakes([one.name for one in full]) if same(full[a], full[b])]
    agreed = set(pairs)
    places = {one.name.words: at for at, one in enumerate(full)}

    def agree(group: Sequence[_Named]) -> bool:
        ordered = sorted(places[one.name.words] for one in group)
        return all(pair in agreed for pair in combinations(ordered, 2))

    return whole_groups(full, pairs, agree)


def namesakes(names: Sequence[PersonName]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes of names with the same first name; first names of too many people are left out."""
    by_first: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        by_first.setdefault(name.first, []).append(at)
    for numbers in by_first.values():
        if len(numbers) <= _NAMESAKES:
            yield from combinations(numbers, 2)


def may_be_one(one: PersonName, other: PersonName) -> bool:
    """Whether two full names may be one person's: the same, spelled a little otherwise, or with a middle name more."""
    return spelling_distance((one.first, one.rest), (other.first, other.rest)) is not None or has_middle(one, other)


def has_middle(one: PersonName, other: PersonName) -> bool:
    """Whether one name is the other with a middle name left out."""
    if one.first != other.first or one.words[-1] != other.words[-1]:
        return False
    return set(one.words) <= set(other.words) or set(other.words) <= set(one.words)


def _stand_side_by_side(text: str, mentions: Mapping[int, Mention], one: _Named, other: _Named) -> bool:
    starts = {mentions[number].start for number in (*one.mentions, *other.mentions)}
    ends = {mentions[number].end: number for number in (*one.mentions, *other.mentions)}
    mine = set(one.mentions)
    by_start = {mentions[number].start: number for number in (*one.mentions, *other.mentions)}
    for end, number in ends.items():
        for joint in _SIDE_BY_SIDE:
            follows = end + len(joint)
            if follows in starts and text.startswith(joint, end) and (number in mine) != (by_start[follows] in mine):
                return True
    return False


def _spelling_reason(group: Sequence[_Named], one: _Named) -> str:
    """Why a full name is in its group: the most frequent name is the measure of the others."""
    main = max(group, key=lambda named: (len(named.mentions), named.name.words))
    return reason_of(main.name, one.name)


def reason_of(main: PersonName, other: PersonName) -> str:
    """Why a full name is taken for another spelling of ``main``."""
    distance = spelling_distance((main.first, main.rest), (other.first, other.rest))
    if distance is None:
        return Reason.MIDDLE
    return (Reason.SAME, Reason.SPELLING_ONE, Reason.SPELLING_TWO)[distance]


def _full_cluster(
    text: str, mentions: Mapping[int, Mention], group: Sequence[tuple[_Named, str]], short: frozenset[str], anchor: str
) -> Cluster:
    spellings: list[Spelling] = []
    for one, reason in group:
        key = f"surname:{' '.join(one.name.words)}" if reason == Reason.SURNAME else person_key(one.name)
        spellings.extend(Spelling(s, n, key, reason) for s, n in surfaces(text, mentions, one.mentions))
    people = tuple(
        sorted(
            {(one.name.first, one.name.rest) for one, reason in group if reason != Reason.SURNAME and one.name.is_full}
        )
    )
    main = max(
        people,
        key=lambda person: (sum(len(o.mentions) for o, _ in group if (o.name.first, o.name.rest) == person), person),
    )
    return Cluster(
        Kind.PERSON,
        fullest(
            backed_by_short_forms(
                [(s.surface, s.count) for s in spellings if s.reason != Reason.SURNAME],
                [(s.surface, s.count) for s in spellings if s.reason == Reason.SURNAME],
            )
        ),
        tuple(spellings),
        tuple(sorted(number for one, _ in group for number in one.mentions)),
        Scope.LIBRARY,
        f"{main[0]} {main[1]}",
        anchor,
        people=people,
        short=short,
    )


def _bare_cluster(text: str, mentions: Mapping[int, Mention], one: _Named, anchor: str) -> Cluster:
    name = " ".join(one.name.words)
    key = f"surname:{name}#{anchor}"
    spellings = tuple(Spelling(s, n, key, Reason.SAME) for s, n in surfaces(text, mentions, one.mentions))
    shown = fullest([(s.surface, s.count) for s in spellings])
    return Cluster(
        Kind.PERSON, shown, spellings, one.mentions, Scope.EVENT, f"surname:{name}", anchor, short=frozenset({name})
    )


def surfaces(text: str, mentions: Mapping[int, Mention], numbers: Sequence[int]) -> list[tuple[str, int]]:
    """The spellings of some mentions with their counts, most frequent first."""
    counts: dict[str, int] = {}
    for number in numbers:
        surface = " ".join(text[mentions[number].start : mentions[number].end].split())
        counts[surface] = counts.get(surface, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
