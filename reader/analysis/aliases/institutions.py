"""Institutions that many countries have ("the Foreign Ministry"), whose they are, and acronyms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reader.analysis.aliases.keys import alias_key
from reader.analysis.aliases.records import Cluster
from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.words import fold_quotes, name_key
from reader.analysis.wordlists import words as word_list
from reader.models.annotations import Kind

_GENERIC = word_list(
    """
    ministry department office court parliament assembly senate congress cabinet treasury police army navy force
    forces bank commission committee council agency authority bureau board service house chamber representatives
    embassy consulate guard central national federal supreme high constitutional appeal appeals international
    criminal state foreign interior home defence defense finance health education energy economy economic
    justice trade transport agriculture environment labour labor culture external internal affairs public prime
    minister president presidential general attorney prosecutor election electoral intelligence security air
    coast border revenue tax audit human rights welfare social development planning tourism information
    communications water industry commerce science technology housing lands interior lower upper peoples of the
    and for on city district county military reserve statistics statistical emergency disaster management
    meteorological s first instance civil aviation labour
    """
)
"""Words that say what an institution does and not whose it is: a name of nothing else needs an owner."""

_SAME_WORD = {"defence": "defense", "labour": "labor", "external": "foreign", "home": "interior"}

_AMERICAN = word_list(
    """
    congress senate house_of_representatives supreme_court department_state department_justice department_treasury
    department_defense department_homeland_security department_agriculture department_commerce department_education
    department_energy department_health_and_human_services department_housing_and_urban_development
    department_interior department_labor department_transportation department_veterans national_security_agency
    national_security_council federal_election_commission
    """
)
"""Names of the tables, without an owner, that are those of the United States wherever no other country is named."""

_LEGAL_FORMS = frozenset({"inc", "ltd", "plc", "llc", "corp", "gmbh", "limited", "incorporated"})

_MINISTRY = re.compile(
    r"(?:(?:ministry|department) (?:of|for) (?:the )?(?P<of>.+)|(?P<front>.+) (?:ministry|department))"
)

_OWNER_BEFORE = re.compile(r"(?P<owner>[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*){0,2}?)(?:'s|')? (?:the )?$")
_OWNER_AFTER = re.compile(r" (?:in|of) (?:the )?(?P<owner>[^\W\d_][\w.'-]*(?: [A-Z][\w.'-]*){0,2})")

_WINDOW = 60
"""Characters before and after an institution in which its owner is looked for: the longest name of a country has 32."""


@dataclass(frozen=True, slots=True)
class Institution:
    """An organisation's name in its parts.

    Attributes:
        base: the name without its owner, in one order: "ministry foreign" for "Ministry of Foreign Affairs".
        owner: the country in the name itself ("Iranian Foreign Ministry"), or "".
        generic: whether many countries have one, so that the name alone does not say which.
    """

    base: str
    owner: str
    generic: bool


def institution(surface: str) -> Institution:
    """What an organisation's name says."""
    words = [word for word in alias_key(surface).split(" ") if word]
    known = gazetteer().by_key.get(" ".join(words))
    if known is not None and known.kind is Kind.ORG:
        name = name_key(known.name).split(" ")
        generic = _all_generic(name)
        return Institution(_in_order(name) if generic else " ".join(name), "", generic=generic)
    owner, bare = _own_country(words)
    if _all_generic(bare):
        return Institution(_in_order(bare), owner, generic=True)
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return Institution(" ".join(words), "", generic=False)


@cache
def _everyones() -> Mapping[str, str]:
    """The institutions of the tables that the name alone tells, by their name without an owner, with their identity."""
    known = (entry for entry in gazetteer().by_key.values() if entry.kind is Kind.ORG)
    bases = {named.base for entry in known if (named := institution(entry.name)).generic}
    return {base: f"{base}@united states" if base.replace(" ", "_") in _AMERICAN else base for base in bases}


def everyones_identity(cluster: Cluster) -> str | None:
    """What an institution without an owner is where nothing says whose it is; None if that cannot be known.

    World news calls a few by a name that others have too: "Congress", "the Supreme Court", the International Criminal
    Court. The tables list these.
    """
    return _everyones().get(cluster.identity) if cluster.kind is Kind.ORG and not cluster.owner else None


def _all_generic(words: list[str]) -> bool:
    return bool(words) and all(word in _GENERIC for word in words)


def _own_country(words: list[str]) -> tuple[str, list[str]]:
    """The country that a name begins or ends with, and the rest ("Supreme Court of Kenya")."""
    for count in (3, 2, 1):
        if len(words) > count:
            front = gazetteer().by_key.get(" ".join(words[:count]))
            if front is not None and front.country:
                return front.country, words[count:]
            back = gazetteer().by_key.get(" ".join(words[-count:]))
            if back is not None and back.country and words[-count - 1] in {"of", "in"}:
                return back.country, words[: -count - 1]
    return "", words


def _in_order(words: list[str]) -> str:
    plain = " ".join(_SAME_WORD.get(word, word) for word in words if word not in {"the", "s"})
    match = _MINISTRY.fullmatch(plain)
    if match is None:
        return plain
    topic = (match.group("of") or match.group("front")).removesuffix(" affairs")
    head = "department" if "department" in plain else "ministry"
    return f"{head} {topic}"


def owner_in_text(text: str, start: int, end: int) -> str:
    """The country that the words beside an institution ``text[start:end]`` give it, or "".

    "Israel's Foreign Ministry", "Israeli Foreign Ministry", "the Foreign Ministry in Jerusalem".
    """
    before = fold_quotes(text[max(0, start - _WINDOW) : start])
    match = _OWNER_BEFORE.search(before)
    if match is not None:
        words = match.group("owner").split(" ")
        for count in range(len(words)):
            known = gazetteer().known(" ".join(words[count:]).removesuffix("'s"))
            if known is not None and known.country:
                return known.country
    match = _OWNER_AFTER.match(fold_quotes(text[end : end + _WINDOW]))
    if match is not None:
        words = match.group("owner").split(" ")
        for count in range(len(words), 0, -1):
            known = gazetteer().known(" ".join(words[:count]))
            if known is not None and known.country:
                return known.country
    return ""


def initials(surface: str) -> str:
    """The first letters of an organisation's words, small words left out: "SIPRI"; "" for a single word."""
    words = [word for word in surface.replace("-", " ").split() if word[:1].isupper()]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def is_acronym(surface: str) -> bool:
    """Whether a name is nothing but capitals: "IAEA", "U.N."."""
    plain = surface.replace(".", "")
    return 2 <= len(plain) <= 8 and plain.isalpha() and plain.isupper()
