"""What the short forms in an article tell of its longer names: people go by their last word, firms by their first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.analysis.entities.context import WEIGHT
from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.lexicon import INSTITUTION_HEADS, PLACE_HEADS, STARTERS, SURNAME_FIRST, TITLES
from reader.analysis.entities.votes import may_be_firm, winner
from reader.analysis.entities.words import Word, are_joined, fold_word, is_capital
from reader.analysis.given_names import given_names
from reader.models.annotations import Kind

_LOCAL_OFFICES = frozenset(
    {"police department", "police", "fire department", "city council", "county council", "sheriff office", "zoo"}
    | {"school district", "school board", "chamber of commerce", "city hall", "airport", "international airport"}
)
"""What towns have: in front of it stands a town ("Halden Police Department")."""

_BEFORE_NAMES = TITLES | STARTERS
"""Words with a capital that may stand before a name without being part of it."""


def words_alone(folded: str, words: Sequence[Word]) -> frozenset[str]:
    """The words with a capital that stand without another such word beside them, but for the start of a sentence."""
    alone: set[str] = set()
    for at, word in enumerate(words):
        if not is_capital(word.text):
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        before = words[at - 1] if at > 0 else None
        if after is not None and not after.text[0].islower() and are_joined(folded, word, after):
            continue
        titled = before is not None and fold_word(before.text) in _BEFORE_NAMES
        if before is None or titled or not (is_capital(before.text) and are_joined(folded, before, word)):
            alone.add(fold_word(word.text))
    return frozenset(alone)


def count_short_forms(
    votes: dict[str, Counter[Kind]], alone: frozenset[str], common: frozenset[str], titled: set[str]
) -> None:
    """Let the short forms in the article vote on the longer names, and firms on their first word ("Calder").

    People whom a rule found (``titled``: "her husband Cash Warren") need no such vote.
    """
    for key in list(votes):
        if " " not in key:
            continue
        if key not in titled:
            votes[key].update(_votes_of_short_forms(key, votes[key], alone))
        first, *rest = key.split(" ")
        if " ".join(rest) in _LOCAL_OFFICES and first in votes:
            votes[first][Kind.PLACE] += WEIGHT
            continue
        is_firm = votes[key][Kind.ORG] > 0 and winner(key, votes[key], set()) is Kind.ORG
        if is_firm and first in votes and first not in common and may_be_firm(first):
            votes[first][Kind.ORG] += WEIGHT


def _votes_of_short_forms(key: str, votes: Counter[Kind], alone: frozenset[str]) -> Counter[Kind]:
    """People are called by their last name ("Tolan"), firms by their first ("Linnet" for Linnet Mobile)."""
    first, *middle, last = key.split(" ")
    plain = (
        len(middle) <= 1
        and first not in SURNAME_FIRST
        and not STARTERS.intersection(middle)
        and last not in INSTITUTION_HEADS
        and last not in PLACE_HEADS
    )
    if (
        not plain
        or votes[Kind.OTHER]
        or key in gazetteer().by_key
        or (first in alone) == (last in alone)
        or first in gazetteer().by_key
    ):
        return Counter()
    is_person = last in alone or first in given_names()
    return Counter({Kind.PERSON if is_person else Kind.ORG: 2 * WEIGHT})
