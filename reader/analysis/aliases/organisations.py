"""The organisations of one article: the same institution of the same country, and acronyms with their full names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.analysis.aliases.institutions import Institution, initials, institution, is_acronym, owner_in_text
from reader.analysis.aliases.keys import alias_key, fullest
from reader.analysis.aliases.people import surfaces
from reader.analysis.aliases.records import Cluster, Reason, Scope, Spelling
from reader.analysis.entities.gazetteer import gazetteer
from reader.models.annotations import Kind, Mention

_SURE_ACRONYM = 3
"""Letters from which initials alone tell an acronym's full name in the same article; two letters fit too many names."""


@dataclass(slots=True)
class _Body:
    """An organisation being put together."""

    base: str
    owner: str
    generic: bool
    mentions: list[int] = field(default_factory=list)
    acronyms: dict[str, list[int]] = field(default_factory=dict)
    ownerless: list[int] = field(default_factory=list)
    shortened: list[int] = field(default_factory=list)


def cluster_organisations(text: str, mentions: Mapping[int, Mention], anchor: str) -> list[Cluster]:
    """The clusters of an article's organisations; ``mentions`` by index."""
    bodies: dict[tuple[str, str], _Body] = {}
    for number, mention in mentions.items():
        named = institution(text[mention.start : mention.end])
        owner = _owner(text, mention, named)
        body = bodies.setdefault((named.base, owner), _Body(named.base, owner, named.generic))
        body.mentions.append(number)
    _join_ownerless(bodies)
    _join_acronyms(text, mentions, bodies)
    _join_short_names(bodies)
    return [_cluster(text, mentions, body, anchor) for body in bodies.values()]


def _owner(text: str, mention: Mention, named: Institution) -> str:
    if not named.generic:
        return ""
    return named.owner or owner_in_text(text, mention.start, mention.end)


def _join_ownerless(bodies: dict[tuple[str, str], _Body]) -> None:
    """Give "the Foreign Ministry" to the one country whose foreign ministry the article names."""
    for base, owner in list(bodies):
        if owner or not bodies[base, owner].generic:
            continue
        owned = [body for (other, country), body in bodies.items() if other == base and country]
        if len(owned) == 1:
            owned[0].ownerless.extend(bodies.pop((base, owner)).mentions)


def _join_acronyms(text: str, mentions: Mapping[int, Mention], bodies: dict[tuple[str, str], _Body]) -> None:
    """Give an acronym to the one name in the article that it stands behind in brackets, or whose initials it is."""
    names: dict[str, list[_Body]] = {}
    for body in bodies.values():
        for letters in {initials(text[mentions[n].start : mentions[n].end]) for n in body.mentions}:
            if letters:
                names.setdefault(letters, []).append(body)
    for key, body in list(bodies.items()):
        surface = text[mentions[body.mentions[0]].start : mentions[body.mentions[0]].end]
        if not is_acronym(surface):
            continue
        letters = surface.replace(".", "").upper()
        spelled = names.get(letters, [])
        if len(spelled) != 1:
            continue
        full = spelled[0]
        if len(letters) >= _SURE_ACRONYM or _in_brackets(text, mentions, full.mentions, body.mentions):
            full.acronyms.setdefault(alias_key(surface), []).extend(bodies.pop(key).mentions)


def _join_short_names(bodies: dict[tuple[str, str], _Body]) -> None:
    """Give a name of one word to the one organisation whose longer name begins with it ("Calder" of Calder Systems)."""
    longer: dict[str, list[_Body]] = {}
    for body in bodies.values():
        first, _, rest = body.base.partition(" ")
        if rest and not body.generic:
            longer.setdefault(first, []).append(body)
    for key, body in list(bodies.items()):
        fitting = longer.get(body.base, [])
        if len(fitting) == 1 and not body.generic and body.base not in gazetteer().by_key:
            fitting[0].shortened.extend(bodies.pop(key).mentions)


def _in_brackets(text: str, mentions: Mapping[int, Mention], full: Sequence[int], short: Sequence[int]) -> bool:
    starts = {mentions[number].start for number in short}
    return any(text.startswith(" (", mentions[n].end) and mentions[n].end + 2 in starts for n in full)


def _cluster(text: str, mentions: Mapping[int, Mention], body: _Body, anchor: str) -> Cluster:
    scope = Scope.EVENT if body.generic and not body.owner else Scope.LIBRARY
    identity = f"{body.base}@{body.owner.lower()}" if body.owner else body.base
    key = f"{identity}#{anchor}" if scope is Scope.EVENT else identity
    reason = f"{Reason.OWNER} {body.owner}" if body.owner else Reason.SAME
    spellings = [Spelling(s, n, key, reason) for s, n in surfaces(text, mentions, body.mentions)]
    known = {spelling.surface for spelling in spellings}
    for s, n in surfaces(text, mentions, body.ownerless):
        if s not in known:
            spellings.append(Spelling(s, n, key, Reason.ONE_OWNER))
    for s, n in surfaces(text, mentions, body.shortened):
        spellings.append(Spelling(s, n, f"short:{body.base}", Reason.SHORT))
    for letters, numbers in body.acronyms.items():
        spellings.extend(
            Spelling(s, n, f"acronym:{letters}", Reason.ACRONYM) for s, n in surfaces(text, mentions, numbers)
        )
    numbers = [
        *body.mentions,
        *body.ownerless,
        *body.shortened,
        *(n for found in body.acronyms.values() for n in found),
    ]
    name = fullest([(s.surface, s.count) for s in spellings if s.reason not in {Reason.SHORT, Reason.ACRONYM}])
    return Cluster(
        Kind.ORG,
        name,
        tuple(spellings),
        tuple(sorted(numbers)),
        scope,
        identity,
        anchor,
        owner=body.owner,
        short=frozenset(body.acronyms) if not body.generic else frozenset(),
    )
