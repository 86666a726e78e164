"""The names of one article with the kind of each, as all its mentions together have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.analysis.entities.spans import Candidate, Rank
from reader.analysis.entities.tagged import WordIndex
from reader.analysis.entities.votes import is_firm, may_be_surname, surname_keys, winner
from reader.analysis.entities.words import key_of
from reader.models.annotations import Kind, MentionSource

_SEEN_TWICE = 2
"""Mentions after which a single word is taken for the same name wherever it stands: one would spread every slip."""

_LONGEST_ACRONYM = 6
"""Letters of an acronym, at most; longer words in capitals are names in a headline or a credit line."""

_RULE_WEIGHT = 3
"""Votes of a mention found by a rule on its name's kind, against one of the tagger: one title outweighs two slips.
Any value from 1 to 5 gives the same score on the labelled texts."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """What is known of names in one article, by key.

    Attributes:
        kinds: the kind of each name.
        spreading: the names that are looked for wherever they stand.
        surnames: keys of surnames (and of the last words of a full name) of people named in full.
        acronyms: keys of names that are only written in capitals ("WHO" is no "who").
        longest: number of words of the longest key that starts with a word.
    """

    kinds: Mapping[str, Kind]
    spreading: frozenset[str]
    surnames: frozenset[str]
    acronyms: frozenset[str]
    longest: Mapping[str, int]


@dataclass(slots=True)
class _Count:
    """What the mentions of an article say of its names, by key; being counted.

    Attributes:
        votes: on the kind of each name.
        seen: how often each was found; a rule's find counts more.
        written: the forms of each.
        surnames: keys that are surnames.
    """

    votes: dict[str, Counter[Kind]] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    written: dict[str, set[str]] = field(default_factory=dict)
    surnames: set[str] = field(default_factory=set)


def build_table(
    folded: str, index: WordIndex, mentions: Sequence[Candidate], common: frozenset[str], *, sport: bool
) -> NameTable:
    """The names of an article and their kinds.

    Args:
        folded: its text with quotes folded.
        index: its words.
        mentions: what was found.
        common: words that it also writes with a small letter.
        sport: whether it is a sports report, where a firm's name is an athlete's if one has it in full.
    """
    count = _Count()
    for mention in mentions:
        _count_mention(folded, index, mention, count)
    surnames = count.surnames
    for key, votes in count.votes.items():
        if " " in key and winner(key, votes, surnames) is Kind.PERSON:
            surnames.update(surname_keys(key.split(" ")))
    firms = {key for key in surnames if sport and key not in common and is_firm(key)}
    kinds = {key: Kind.PERSON if key in firms else winner(key, votes, surnames) for key, votes in count.votes.items()}
    acronyms = {key for key, forms in count.written.items() if " " not in key and all(map(is_acronym, forms))}
    spreading = {
        key: kind
        for key, kind in kinds.items()
        if " " in key
        or (count.seen[key] >= _SEEN_TWICE and (key in acronyms or key not in common) and not key.isdigit())
    }
    spreading |= {key: Kind.PERSON for key in surnames if key not in common and may_be_surname(key)}
    longest: dict[str, int] = {}
    for key in spreading:
        parts = key.split(" ")
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return NameTable(
        kinds | spreading, frozenset(spreading), frozenset(surnames), frozenset(acronyms - surnames), longest
    )


def _count_mention(folded: str, index: WordIndex, mention: Candidate, count: _Count) -> None:
    words = index.within(mention.start, mention.end)
    key = key_of(words)
    ruled = mention.source is MentionSource.RULE
    votes = count.votes.setdefault(key, Counter())
    votes[mention.kind] += _RULE_WEIGHT if ruled else 1
    count.seen[key] += _RULE_WEIGHT if ruled else 1
    count.written.setdefault(key, set()).add(folded[mention.start : mention.end])
    if mention.rank >= Rank.TITLED and mention.kind is Kind.PERSON and len(words) == 1:
        count.surnames.add(key)  # "President Halvorsen" says whose name it is


def is_acronym(word: str) -> bool:
    """Whether a word is short and all capitals: "WHO", "U.N."."""
    plain = word.replace(".", "")
    return 1 < len(plain) <= _LONGEST_ACRONYM and plain.isupper()
