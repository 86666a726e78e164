"""What one mention tells of the others: surnames take their person, a name has one kind, and is found again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.entities.context import WEIGHT, votes_of_context
from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.given import given_names, is_given_and_surname
from reader.analysis.entities.lexicon import (
    INSTITUTION_HEADS,
    PARTICLES,
    PLACE_HEADS,
    STARTERS,
    SUFFIXES,
    SURNAME_FIRST,
    TITLES,
)
from reader.analysis.entities.spans import Candidate, Cover, Rank
from reader.analysis.entities.tagged import WordIndex
from reader.analysis.entities.words import Word, are_joined, fold_word, is_capital, key_of
from reader.models.annotations import Kind, MentionSource

_SEEN_TWICE = 2
"""Mentions after which a single word is taken for the same name wherever it stands: one would spread every slip."""

_LONGEST_ACRONYM = 6
"""Letters of an acronym, at most; longer words in capitals are names in a headline or a credit line."""

_RULE_WEIGHT = 3
"""Votes of a mention found by a rule on its name's kind, against one of the tagger: one title outweighs two slips.
Any value from 1 to 5 gives the same score on the labelled texts."""


_LOCAL_OFFICES = frozenset(
    {"police department", "police", "fire department", "city council", "county council", "sheriff's office", "zoo"}
    | {"school district", "school board", "chamber of commerce", "city hall", "airport", "international airport"}
)
"""What towns have: in front of it stands a town ("Halden Police Department")."""

_BEFORE_NAMES = TITLES | STARTERS
"""Words with a capital that may stand before a name without being part of it."""


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


def surname_keys(words: Sequence[str]) -> Iterator[str]:
    """The keys under which a person named in full by these folded words may be named again.

    Every ending of the name from its second word on that does not start with a particle alone, and for names written
    surname first ("Xi Jinping") the first word.
    """
    core = [word for word in words if word not in SUFFIXES]
    for at in range(1, len(core)):
        if core[at] not in PARTICLES:
            yield " ".join(core[at:])
            if core[at - 1] in PARTICLES and at > 1:
                yield " ".join(core[at - 1 :])
    if len(core) > 1 and core[0] in SURNAME_FIRST and core[-1] not in SURNAME_FIRST:
        yield core[0]


def build_table(folded: str, index: WordIndex, mentions: Sequence[Candidate], common: frozenset[str]) -> NameTable:
    """The names of an article and their kinds; ``common``: words that it also writes with a small letter."""
    votes: dict[str, Counter[Kind]] = {}
    seen: Counter[str] = Counter()
    surnames: set[str] = set()
    shapes: dict[str, set[str]] = {}
    for mention in mentions:
        words = index.within(mention.start, mention.end)
        key = key_of(words)
        weight = _RULE_WEIGHT if mention.source is MentionSource.RULE else 1
        votes.setdefault(key, Counter())[mention.kind] += weight
        seen[key] += weight
        if mention.source is MentionSource.MODEL and mention.kind is not Kind.GROUP:
            for kind in votes_of_context(folded, index, mention):
                votes[key][kind] += WEIGHT
            if is_given_and_surname(words):
                votes[key][Kind.PERSON] += 2 * WEIGHT
        shapes.setdefault(key, set()).update([folded[mention.start : mention.end]])
        if mention.rank >= Rank.TITLED and mention.kind is Kind.PERSON and len(words) == 1:
            surnames.add(key)  # "President Halvorsen" says whose name it is
    _count_short_forms(votes, _words_alone(folded, index.words), common)
    for key, counter in votes.items():
        if " " in key and _winner(key, counter, surnames) is Kind.PERSON:
            surnames.update(surname_keys(key.split(" ")))
    kinds = {key: _winner(key, counter, surnames) for key, counter in votes.items()}
    acronyms = {key for key, written in shapes.items() if " " not in key and all(is_acronym(one) for one in written)}
    spreading = {
        key: kind
        for key, kind in kinds.items()
        if " " in key or (seen[key] >= _SEEN_TWICE and (key in acronyms or key not in common) and not key.isdigit())
    }
    spreading |= {key: Kind.PERSON for key in surnames if key not in common and _may_be_surname(key)}
    longest: dict[str, int] = {}
    for key in spreading:
        parts = key.split(" ")
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return NameTable(
        kinds | spreading, frozenset(spreading), frozenset(surnames), frozenset(acronyms - surnames), longest
    )


def _words_alone(folded: str, words: Sequence[Word]) -> frozenset[str]:
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


def _count_short_forms(votes: dict[str, Counter[Kind]], alone: frozenset[str], common: frozenset[str]) -> None:
    """Let the short forms in the article vote on the longer names, and firms on their first word ("Calder")."""
    for key in list(votes):
        if " " not in key:
            continue
        votes[key].update(_votes_of_short_forms(key, votes[key], alone))
        first, *rest = key.split(" ")
        if " ".join(rest) in _LOCAL_OFFICES and first in votes:
            votes[first][Kind.PLACE] += WEIGHT
            continue
        is_firm = votes[key][Kind.ORG] > 0 and _winner(key, votes[key], set()) is Kind.ORG
        if is_firm and first in votes and first not in common and _may_be_firm(first):
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


def is_acronym(word: str) -> bool:
    """Whether a word is short and all capitals: "WHO", "U.N."."""
    plain = word.replace(".", "")
    return 1 < len(plain) <= _LONGEST_ACRONYM and plain.isupper()


def _winner(key: str, votes: Counter[Kind], surnames: set[str]) -> Kind:
    if key in surnames and _may_be_surname(key):
        return Kind.PERSON
    known = gazetteer().by_key.get(key)
    if known is not None and not known.ambiguous:
        return known.kind
    top = max(votes.values())
    return next(kind for kind in votes if votes[kind] == top)


def _may_be_surname(key: str) -> bool:
    """Whether a surname may take a bare word: not the name of a place or people that everyone knows ("Paris")."""
    known = gazetteer().by_key.get(key)
    return known is None or known.ambiguous


def _may_be_firm(key: str) -> bool:
    """Whether the first word of an organisation's name may stand for it: not the place it is called after."""
    known = gazetteer().by_key.get(key)
    return known is None or known.kind is Kind.ORG


def spread_names(
    folded: str, index: WordIndex, mentions: Sequence[Candidate], table: NameTable, fixed: Cover
) -> list[Candidate]:
    """The mentions with the kinds of the table, and the names that were overlooked; not yet free of overlaps."""
    found = [_retyped(index, mention, table) for mention in mentions]
    taken = Cover((mention.start, mention.end) for mention in mentions)
    found.extend(_overlooked(folded, index.words, table, taken, fixed))
    return found


def _retyped(index: WordIndex, mention: Candidate, table: NameTable) -> Candidate:
    if mention.rank >= Rank.TITLED:
        return mention
    key = key_of(index.within(mention.start, mention.end))
    kind = table.kinds.get(key, mention.kind)
    if kind is mention.kind:
        plural = key.removesuffix("s")
        if plural in table.surnames and plural != key and mention.kind is not Kind.PERSON and _may_be_surname(key):
            return mention._replace(kind=Kind.PERSON)
        return mention
    if kind is Kind.PERSON:
        return _without_title(index, mention._replace(kind=kind), table)
    return mention._replace(kind=kind)


def _without_title(index: WordIndex, mention: Candidate, table: NameTable) -> Candidate:
    """A name that has become a known person's, without the title that was kept for part of an organisation's."""
    title, *words = index.within(mention.start, mention.end)
    if words and fold_word(title.text) in TITLES and table.kinds.get(key_of(words)) is Kind.PERSON:
        return mention._replace(start=words[0].start)
    return mention


def _overlooked(
    folded: str, words: Sequence[Word], table: NameTable, taken: Cover, fixed: Cover
) -> Iterator[Candidate]:
    at = 0
    while at < len(words):
        count = _match(folded, words, at, table)
        if count:
            start, end = words[at].start, words[at + count - 1].end
            if not taken.overlaps(start, end) and not fixed.overlaps(start, end):
                kind = table.kinds[key_of(words[at : at + count])]
                yield Candidate(start, end, kind, MentionSource.PROPAGATED, Rank.FILL)
        at += max(count, 1)


def _match(folded: str, words: Sequence[Word], at: int, table: NameTable) -> int:
    """The number of words of the longest name of the table that starts at ``words[at]``; 0 if none does."""
    if not is_capital(words[at].text):
        return 0
    key = fold_word(words[at].text)
    limit = table.longest.get(key, 0)
    best = 0
    for count in range(1, limit + 1):
        if count > 1:
            last = at + count - 1
            if last >= len(words) or not are_joined(folded, words[last - 1], words[last]):
                break
            key = f"{key} {fold_word(words[last].text)}"
        if key in table.acronyms and not words[at].text.replace(".", "").isupper():
            continue
        end = words[at + count - 1]
        if key in table.spreading and (is_capital(end.text) or folded[end.start - 1] == "-"):
            best = count
    return best
