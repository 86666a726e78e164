"""Mentions of one article: rules and tagger side by side, then one choice. The entrance of the package.

Order: dates and figures stand; credit lines, titles, institutions and the tables of known names propose; the tagger's
spans propose what they are left with after tidying; the choice is made; then names spread over the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.analysis.addresses import ADDRESS
from reader.analysis.entities.acronyms import find_acronyms, find_bare_acronyms
from reader.analysis.entities.clubs import find_clubs, find_teams, towns_as_clubs, with_nicknames
from reader.analysis.entities.credits import find_credits
from reader.analysis.entities.datelines import find_dateline
from reader.analysis.entities.described import find_described
from reader.analysis.entities.fixed import find_fixed
from reader.analysis.entities.given import find_given
from reader.analysis.entities.hyphened import find_hyphened
from reader.analysis.entities.institutions import find_institutions
from reader.analysis.entities.known import find_ambiguous, find_known
from reader.analysis.entities.reading import Reading, read_words
from reader.analysis.entities.sifting import holds_title, sifted, with_first_name
from reader.analysis.entities.spans import Candidate, Cover, Rank, settle
from reader.analysis.entities.spread import spread_names
from reader.analysis.entities.stated import find_stated
from reader.analysis.entities.states import find_states
from reader.analysis.entities.table import build_table
from reader.analysis.entities.tagged import WordIndex, tidy_spans, within_sentences
from reader.analysis.entities.titled import find_titled
from reader.analysis.entities.words import fold_word, is_capital
from reader.analysis.tagger import RawSpan
from reader.models.annotations import Figure, Kind, Mention, MentionSource, Sentence, TimeExpression
from reader.models.article import Article

CONFIDENCE = {MentionSource.RULE: 0.95, MentionSource.MODEL: 0.85, MentionSource.PROPAGATED: 0.9}
"""Shares of right mentions by source on the labelled texts in the tests (.995 of 368, .91 of 165, all of 15), rounded
down because most rules were made with these texts in view."""


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
    ruled = list(_ruled(article, reading))
    owners = frozenset(candidate.end for candidate in ruled if candidate.rank > Rank.FILL)
    spans = within_sentences(raw_spans, sentences)
    tagged = list(tidy_spans(reading.folded, reading.index, spans, fixed, owners))
    others = [c for c in tagged if c.kind is not Kind.PERSON and holds_title(reading.index, c)]
    ruled.extend(_people(reading, Cover((one.start, one.end) for one in (*others, *fixed_mentions)), fixed))
    tagged = sifted(reading, tagged)
    titles = reading.titles
    doubtful = [one._replace(rank=Rank.HEADLINE) for one in tagged if titles.overlaps(one.start, one.end)]
    tagged = [one for one in tagged if not titles.overlaps(one.start, one.end)]
    mentions = [one for one in settle([*fixed_mentions, *ruled, *tagged]) if one.rank != Rank.FIXED]
    if reading.sport:
        mentions = towns_as_clubs(reading.folded, reading.index, mentions)
    mentions = with_nicknames(reading.folded, reading.index, mentions, sport=reading.sport)
    spread = _spread(reading, mentions, fixed_mentions, fixed)
    spread.extend(_borne_out(reading.index, doubtful, mentions, reading.common))
    return tuple(
        Mention(c.start, c.end, c.kind, c.source, CONFIDENCE[c.source]) for c in settle([*fixed_mentions, *spread])
    )


def _ruled(article: Article, reading: Reading) -> Iterator[Candidate]:
    """What the rules find by themselves."""
    folded = reading.folded
    for words, headline in zip(reading.by_line, reading.headlines, strict=True):
        yield from find_known(folded, words)
        yield from find_institutions(folded, words, headline=headline)
        yield from find_bare_acronyms(words, reading.common)
        if reading.sport:
            yield from find_clubs(folded, words)
            yield from find_teams(folded, words)
    for line in reading.lines:
        yield from find_credits(folded, line.start, line.end, line.label)
        yield from find_dateline(folded, line.start, line.end)
        yield from find_states(folded, line.start, line.end)
        yield from find_hyphened(folded, line.start, line.end)
        for address in ADDRESS.finditer(folded, line.start, line.end):
            yield Candidate(address.start(), address.end(), Kind.PLACE, MentionSource.RULE, Rank.TITLED)
    yield from (one for one in find_stated(folded, article) if reading.index.within(one.start, one.end))
    yield from find_ambiguous(folded, reading.by_line)
    yield from find_acronyms(folded, reading.index)


def _people(reading: Reading, others: Cover, fixed: Cover) -> Iterator[Candidate]:
    """The people whom their titles, given names and descriptions tell; not in headlines, where all has a capital."""
    for words, headline in zip(reading.by_line, reading.headlines, strict=True):
        if not headline:
            yield from find_titled(reading.folded, words, others, fixed)
            yield from find_given(reading.folded, words, fixed)
            yield from find_described(reading.folded, words, fixed)


def _spread(
    reading: Reading, mentions: Sequence[Candidate], fixed_mentions: Iterable[Candidate], fixed: Cover
) -> list[Candidate]:
    """The mentions with the kinds that the whole article gives them, and the names that were overlooked."""
    table = build_table(reading.folded, reading.index, mentions, reading.common, sport=reading.sport)
    found = spread_names(reading.folded, reading.index, mentions, table, fixed)
    taken = Cover((one.start, one.end) for one in (*fixed_mentions, *found))
    spread: list[Candidate] = []
    for one in found:
        fuller = with_first_name(reading, one) if one.source is MentionSource.PROPAGATED else one
        free = not reading.titles.overlaps(one.start, one.end) and not taken.overlaps(fuller.start, one.start)
        spread.append(fuller if free else one)
    return spread


def _borne_out(
    index: WordIndex, doubtful: Sequence[Candidate], mentions: Sequence[Candidate], common: frozenset[str]
) -> list[Candidate]:
    """What the tagger found in headlines, as far as the article speaks of it: a headline names nothing else.

    Words that the article writes small (``common``) show that a name and the headline's other words were run together.
    """
    spoken = {fold_word(word.text) for mention in mentions for word in index.within(mention.start, mention.end)}
    borne_out: list[Candidate] = []
    for one in doubtful:
        keys = {fold_word(word.text) for word in index.within(one.start, one.end) if is_capital(word.text)}
        if keys & spoken and not (keys - spoken) & common:
            borne_out.append(one)
    return borne_out
