"""Mentions of one article: rules and tagger side by side, then one choice. The entrance of the package.

Order: dates and figures stand; credit lines, titles, institutions and the tables of known names propose; the tagger's
spans propose what they are left with after tidying; the choice is made; then names spread over the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.entities.acronyms import find_acronyms
from reader.analysis.entities.credits import find_credits
from reader.analysis.entities.gazetteer import KnownName, gazetteer
from reader.analysis.entities.institutions import find_institutions
from reader.analysis.entities.spans import Candidate, Cover, Rank, settle
from reader.analysis.entities.spread import build_table, spread_names
from reader.analysis.entities.tagged import KINDS, WordIndex, tidy_spans
from reader.analysis.entities.titled import find_titled
from reader.analysis.entities.words import Word, are_joined, fold_quotes, fold_word, is_capital, words_in
from reader.analysis.tagger import RawSpan
from reader.models.annotations import Figure, Kind, Mention, MentionSource, Sentence, TimeExpression
from reader.models.article import NOISE_LABELS, Article

HEADLINE_SHARE = 0.7
"""Share of a line's words with a capital from which it is a headline in title case: prose has .1 to .3, headlines in
title case .75 to 1 (their small words are small)."""

_HEADLINE_WORDS = 4
"""Words that a line must have to be judged so; a shorter one is a name as often as a headline."""

_MONTHS_THAT_ARE_NAMES = frozenset({"march", "april", "may", "june", "august", "sunday", "friday"})

CONFIDENCE = {MentionSource.RULE: 0.95, MentionSource.MODEL: 0.85, MentionSource.PROPAGATED: 0.8}
"""Rounded shares of right mentions by source on the labelled texts of other topics in the tests."""


def find_mentions(
    article: Article,
    sentences: Sequence[Sentence],
    dates: Sequence[TimeExpression],
    figures: Sequence[Figure],
    raw_spans: Sequence[RawSpan],
) -> tuple[Mention, ...]:
    """Every name, date and figure of an article, in reading order and without overlaps; entities are not yet resolved.

    Nothing is found in lines that are noise (``NOISE_LABELS``). Linear in the length of the text.
    """
    folded = fold_quotes(article.text)
    lines = [line for line in article.lines if line.label not in NOISE_LABELS]
    by_line = [list(words_in(folded, line.start, line.end)) for line in lines]
    index = WordIndex([word for words in by_line for word in words])
    fixed_mentions = _fixed(dates, figures, _protecting(folded, raw_spans))
    fixed = Cover((mention.start, mention.end) for mention in fixed_mentions)

    ruled: list[Candidate] = []
    for words in by_line:
        ruled.extend(_known_names(folded, words))
        ruled.extend(find_institutions(folded, words, headline=is_headline(words)))
    for line in lines:
        ruled.extend(find_credits(folded, line.start, line.end, line.label))
    ruled.extend(_ambiguous_names(folded, by_line))
    ruled.extend(find_acronyms(folded, index))
    owners = frozenset(candidate.end for candidate in ruled if candidate.rank > Rank.FILL)
    tagged = list(tidy_spans(folded, index, raw_spans, fixed, owners))
    others = Cover(
        [(c.start, c.end) for c in tagged if c.kind is not Kind.PERSON and c.end - c.start > 0 and _is_many(index, c)]
        + [(mention.start, mention.end) for mention in fixed_mentions]
    )
    for words in by_line:
        if not is_headline(words):
            ruled.extend(find_titled(folded, words, others))

    mentions = [one for one in settle([*fixed_mentions, *ruled, *tagged]) if one.rank != Rank.FIXED]
    common = _common_words(index.words)
    table = build_table(index, mentions, common)
    spread = spread_names(folded, index, mentions, table, fixed)
    return tuple(
        Mention(c.start, c.end, c.kind, c.source, CONFIDENCE[c.source]) for c in settle([*fixed_mentions, *spread])
    )


def is_headline(words: Sequence[Word]) -> bool:
    """Whether nearly every word of a line has a capital, so that capitals tell nothing."""
    if len(words) < _HEADLINE_WORDS:
        return False
    return sum(is_capital(word.text) for word in words) >= HEADLINE_SHARE * len(words)


def _is_many(index: WordIndex, candidate: Candidate) -> bool:
    return len(index.within(candidate.start, candidate.end)) > 1


def _common_words(words: Sequence[Word]) -> frozenset[str]:
    """The words that the article also writes with a small letter: with a capital they may be no name."""
    return frozenset(fold_word(word.text) for word in words if not is_capital(word.text))


def _known_names(folded: str, words: Sequence[Word]) -> Iterator[Candidate]:
    """Names from the tables in one line; neighbouring faiths are one group ("Shi'ite Muslim", "Muslim-Shiite")."""
    at = 0
    faith: tuple[int, int, int] | None = None
    while at < len(words):
        match = gazetteer().match(folded, words, at)
        known, count = match if match is not None else (None, 1)
        last = at + count - 1
        if known is not None and known.faith and not known.ambiguous:
            if faith is not None and faith[2] == at - 1 and are_joined(folded, words[at - 1], words[at]):
                faith = (faith[0], words[last].end, last)
            else:
                if faith is not None:
                    yield _group(faith)
                faith = (words[at].start, words[last].end, last)
        elif known is not None and not known.ambiguous:
            yield _named(known, words[at].start, words[last].end)
        at += count
    if faith is not None:
        yield _group(faith)


def _ambiguous_names(folded: str, by_line: Sequence[Sequence[Word]]) -> Iterator[Candidate]:
    """Ambiguous names of countries that the article also names otherwise ("Georgia" beside "Georgian"), where nothing else is."""
    doubtful: list[tuple[KnownName, int, int]] = []
    countries: set[str] = set()
    for words in by_line:
        for at in range(len(words)):
            match = gazetteer().match(folded, words, at)
            if match is None or not match[0].country:
                continue
            if match[0].ambiguous:
                doubtful.append((match[0], words[at].start, words[at + match[1] - 1].end))
            else:
                countries.add(match[0].country)
    for known, start, end in doubtful:
        if known.country in countries:
            yield Candidate(start, end, known.kind, MentionSource.RULE, Rank.FILL)


def _group(faith: tuple[int, int, int]) -> Candidate:
    return Candidate(faith[0], faith[1], Kind.GROUP, MentionSource.RULE, Rank.NAME)


def _named(known: KnownName, start: int, end: int) -> Candidate:
    return Candidate(start, end, known.kind, MentionSource.RULE, Rank.NAME)


def _protecting(folded: str, raw_spans: Sequence[RawSpan]) -> list[tuple[int, int]]:
    """Names that may hold a number or a month inside: "Formula One", "Theresa May", "Boeing 737"."""
    return [
        (span.start, span.end)
        for span in raw_spans
        if span.label in KINDS and folded[span.start].isupper() and " " in folded[span.start : span.end]
    ]


def _fixed(
    dates: Sequence[TimeExpression], figures: Sequence[Figure], names: Sequence[tuple[int, int]]
) -> list[Candidate]:
    """Dates and figures as candidates that win over every name but one that holds them after its first word."""
    stretches = [(date.start, date.end, Kind.DATE) for date in dates]
    dated = Cover((start, end) for start, end, _ in stretches)
    stretches += [(f.start, f.end, Kind.FIGURE) for f in figures if not dated.overlaps(f.start, f.end)]
    return [Candidate(start, end, kind, MentionSource.RULE, Rank.FIXED) for start, end, kind in sorted(stretches)]
