"""Names with hyphens around a small word: places ("Stratford-upon-Avon") and movements ("Tehreek-e-Insaf")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.entities.spans import Candidate, Rank
from reader.models.annotations import Kind, MentionSource

_HYPHENED = re.compile(
    r"(?<![\w-])[A-Z]\w+(?:-[A-Z]\w+)?-(?:e|i|a|y|en|sur|sous|au|aux|la|le|les|de|del|di|upon|on|by|am|an|ul|es)"
    r"-(?:[a-z]{2,3}-)?[A-Z]\w+(?![\w-])"
)
"""Small words of many languages; English "in", "to" and "of" make no place ("Face-to-Face")."""


_MOVEMENTS = frozenset(
    {
        "tehreek",
        "tehrik",
        "lashkar",
        "jaish",
        "jamaat",
        "hezb",
        "hizb",
        "sipah",
        "majlis",
        "harakat",
        "jumbish",
        "sepah",
    }
)
"""First words of parties and armed groups ("movement", "army", "party" of many languages)."""


def find_hyphened(folded: str, start: int, end: int) -> Iterator[Candidate]:
    """The names of that form in one line ``folded[start:end]``."""
    for match in _HYPHENED.finditer(folded, start, end):
        kind = Kind.ORG if match.group().partition("-")[0].lower() in _MOVEMENTS else Kind.PLACE
        yield Candidate(match.start(), match.end(), kind, MentionSource.RULE, Rank.INSTITUTION)
