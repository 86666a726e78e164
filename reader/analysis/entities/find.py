"""Mentions of one article: the tagger's names, what little the rules know better, and one choice. The entrance.

Order: dates and figures stand; the tagger's spans, the tables of known names, titles, credits and datelines propose; of
overlapping names the longer stays; then the whole article says what kind a name has. Every rule that is not here was
measured with this tagger on held-out news and cost more than it brought.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.analysis.addresses import ADDRESS
from reader.analysis.entities.acronyms import find_acronyms
from reader.analysis.entities.clubs import towns_as_clubs
from reader.analysis.entities.credits import find_credits
from reader.analysis.entities.datelines import find_dateline
from reader.analysis.entities.fixed import find_fixed
from reader.analysis.entities.known import find_known
from reader.analysis.entities.lexicon import MODIFIERS, TITLES
from reader.analysis.entities.reading import Reading, read_words
from reader.analysis.entities.spans import Candidate, Cover, Rank, settle
from reader.analysis.entities.spread import spread_names
from reader.analysis.entities.stated import find_stated
from reader.analysis.entities.table import build_table
from reader.analysis.entities.tagged import WordIndex, tagged_names
from reader.analysis.entities.titled import find_titled
from reader.analysis.entities.words import fold_word
from reader.analysis.tagger import RawSpan
from reader.models.annotations import Figure, Kind, Mention, MentionSource, Sentence, TimeExpression
from reader.models.article import Article

CONFIDENCE = {MentionSource.RULE: 0.95, MentionSource.MODEL: 0.85, MentionSource.PROPAGATED: 0.9}
"""Shares of right mentions by source on the labelled texts in the tests, rounded down."""


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
    reading = read_words(article, sentences)
    fixed_mentions = find_fixed(reading.folded, dates, figures, raw_spans)
    fixed = Cover((mention.start, mention.end) for mention in fixed_mentions)
    tagged = list(tagged_names(reading.index, raw_spans, sentences))
    titles = Cover((one.start, one.end) for one in (*_holding_titles(reading.index, tagged), *fixed_mentions))
    ruled = [*_ruled(article, reading), *_titled(reading, tagged, titles, fixed)]
    mentions = [one for one in settle([*fixed_mentions, *ruled, *tagged]) if one.rank != Rank.FIXED]
    if reading.sport:
        mentions = towns_as_clubs(reading.folded, reading.index, mentions)
    table = build_table(reading.folded, reading.index, mentions, reading.common, sport=reading.sport)
    spread = spread_names(reading.folded, reading.index, mentions, table, fixed)
    return tuple(
        Mention(c.start, c.end, c.kind, c.source, CONFIDENCE[c.source]) for c in settle([*fixed_mentions, *spread])
    )


def _ruled(article: Article, reading: Reading) -> Iterator[Candidate]:
    """What the rules find by themselves."""
    for words in reading.by_line:
        yield from find_known(reading.folded, words)
    for line in reading.lines:
        yield from find_credits(reading.folded, line.start, line.end, line.label)
        yield from find_dateline(reading.folded, line.start, line.end)
        for address in ADDRESS.finditer(reading.folded, line.start, line.end):
            yield Candidate(address.start(), address.end(), Kind.PLACE, MentionSource.RULE, Rank.TITLED)
    yield from find_acronyms(reading.folded, reading.index)
    yield from (one for one in find_stated(reading.folded, article) if reading.index.within(one.start, one.end))


def _titled(reading: Reading, tagged: Sequence[Candidate], titles: Cover, fixed: Cover) -> Iterator[Candidate]:
    """The people named after a title where the tagger saw none, or the same; not in headlines: all has a capital there.

    A person's name that the tagger saw whole may hold a title ("Angus King").
    """
    people = {(one.start, one.end) for one in tagged if one.kind is Kind.PERSON}
    seen = Cover(people)
    for words, headline in zip(reading.by_line, reading.headlines, strict=True):
        for one in () if headline else find_titled(reading.folded, words, titles, fixed):
            if (one.start, one.end) in people or not seen.overlaps(one.start, one.end):
                yield one


def _holding_titles(index: WordIndex, tagged: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names of which a title is a part ("Prince Edward Island"), not an office before a person's name."""
    for one in tagged:
        keys = [fold_word(word.text) for word in index.within(one.start, one.end)]
        office = any(a in MODIFIERS and b in TITLES - MODIFIERS for a, b in pairwise(keys[:-1]))
        if one.kind is not Kind.PERSON and len(keys) > 1 and not office:
            yield one
