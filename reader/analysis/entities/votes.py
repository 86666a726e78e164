"""Which kind a name has by the votes of an article's mentions, and what a surname or a firm's short name may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.lexicon import PARTICLES, SUFFIXES, SURNAME_FIRST
from reader.models.annotations import Kind

_TWO_SURNAMES = 3
"""Words above which a name has two surnames, as in Spanish; people then go by the first of them."""


def surname_keys(words: Sequence[str]) -> Iterator[str]:
    """The keys under which a person named in full by these folded words may be named again.

    Every ending of the name from its second word on that does not start within particles ("von der Leyen"); of four
    words and more the last but one ("Luis Guillermo Solís Rivera"); for names written surname first ("Xi Jinping") the
    first word.
    """
    core = [word for word in words if word not in SUFFIXES]
    for at in range(1, len(core)):
        if core[at] not in PARTICLES:
            yield " ".join(core[at:])
            first = at
            while first > 1 and core[first - 1] in PARTICLES:
                first -= 1
            if first < at:
                yield " ".join(core[first:])
    if len(core) > _TWO_SURNAMES and core[-2] not in PARTICLES:
        yield core[-2]
    if len(core) > 1 and core[0] in SURNAME_FIRST and core[-1] not in SURNAME_FIRST:
        yield core[0]


def winner(key: str, votes: Counter[Kind], surnames: Collection[str]) -> Kind:
    """The kind with most votes; a known surname is a person's, and a name of the tables is what they say."""
    if key in surnames and may_be_surname(key):
        return Kind.PERSON
    known = gazetteer().by_key.get(key)
    if known is not None and not known.ambiguous:
        return known.kind
    top = max(votes.values())
    return next(kind for kind in votes if votes[kind] == top)


def may_be_surname(key: str) -> bool:
    """Whether a surname may take a bare word: not the name of a place or people that everyone knows ("Paris")."""
    known = gazetteer().by_key.get(key)
    return known is None or known.ambiguous


def is_firm(key: str) -> bool:
    """Whether the tables know a name for an organisation's and nothing else's."""
    known = gazetteer().by_key.get(key)
    return known is not None and known.kind is Kind.ORG and not known.ambiguous
