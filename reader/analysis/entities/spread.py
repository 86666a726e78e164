"""Names found once, found again: the mentions get the kinds of the article's table, and the overlooked are added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.entities.lexicon import TITLES
from reader.analysis.entities.spans import Candidate, Cover, Rank
from reader.analysis.entities.table import NameTable
from reader.analysis.entities.tagged import WordIndex
from reader.analysis.entities.votes import may_be_surname
from reader.analysis.entities.words import Word, are_joined, fold_word, is_capital, key_of
from reader.analysis.given_names import given_names
from reader.models.annotations import Kind, MentionSource


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
        if plural in table.surnames and plural != key and mention.kind is not Kind.PERSON and may_be_surname(key):
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
                if kind is Kind.PERSON and count == 1 and at > 0 and not taken.overlaps(words[at - 1].start, start):
                    start = _with_given(folded, words, at)
                yield Candidate(start, end, kind, MentionSource.PROPAGATED, Rank.FILL)
        at += max(count, 1)


def _with_given(folded: str, words: Sequence[Word], at: int) -> int:
    """Where a surname's name begins: at the given name before it, which headlines write too."""
    before = words[at - 1]
    is_given = fold_word(before.text) in given_names() and is_capital(before.text)
    return before.start if is_given and folded[before.end : words[at].start] == " " else words[at].start


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
