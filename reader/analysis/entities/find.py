"""Mentions of one article: rules and tagger side by side, then one choice. The entrance of the package.

Order: dates and figures stand; credit lines, titles, institutions and the tables of known names propose; the tagger's
spans propose what they are left with after tidying; the choice is made; then names spread over the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.analysis.entities.acronyms import find_acronyms, find_bare_acronyms
from reader.analysis.entities.clubs import find_clubs, find_teams, is_sport, towns_as_clubs, with_nicknames
from reader.analysis.entities.context import is_half_title
from reader.analysis.entities.credits import find_credits
from reader.analysis.entities.datelines import find_dateline
from reader.analysis.entities.described import find_described
from reader.analysis.entities.fixed import find_fixed
from reader.analysis.entities.gazetteer import KnownName, gazetteer
from reader.analysis.entities.given import find_given
from reader.analysis.entities.hyphened import find_hyphened
from reader.analysis.entities.institutions import find_institutions
from reader.analysis.entities.lexicon import INSTITUTION_HEADS, MODIFIERS, NEVER_IN_NAMES, STARTERS, TITLES
from reader.analysis.entities.spans import Candidate, Cover, Rank, settle
from reader.analysis.entities.spread import spread_names
from reader.analysis.entities.stated import find_stated
from reader.analysis.entities.states import find_states
from reader.analysis.entities.table import build_table
from reader.analysis.entities.tagged import WordIndex, tidy_spans, within_sentences
from reader.analysis.entities.titled import find_titled
from reader.analysis.entities.words import Word, are_joined, fold_quotes, fold_word, is_capital, words_in
from reader.analysis.tagger import RawSpan
from reader.models.annotations import Figure, Kind, Mention, MentionSource, Sentence, TimeExpression
from reader.models.article import NOISE_LABELS, Article, LineLabel

HEADLINE_SHARE = 0.9
"""Share of a line's words with a capital, small words apart, from which it is a headline in title case: prose has .1 to
.4, a caption full of names up to .85, headlines in title case .95 to 1."""

_HEADLINE_WORDS = 5
"""Words that a line must have to be judged so; a shorter one is a name as often as a headline."""

_NO_HEADLINES = frozenset({LineLabel.CAPTION, LineLabel.BYLINE, LineLabel.SOURCE, LineLabel.DATE})
"""Lines that are full of names."""

_HANDLES = frozenset({"#", "@"})
"""Marks before a word that is an account or a topic, not a name."""

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
    folded = fold_quotes(article.text)
    lines = [line for line in article.lines if line.label not in NOISE_LABELS]
    by_line = [
        [word for word in words_in(folded, line.start, line.end) if folded[word.start - 1 : word.start] not in _HANDLES]
        for line in lines
    ]
    headlines = [
        line.label not in _NO_HEADLINES and is_headline(words) for line, words in zip(lines, by_line, strict=True)
    ]
    index = WordIndex([word for words in by_line for word in words])
    fixed_mentions = find_fixed(folded, dates, figures, raw_spans)
    fixed = Cover((mention.start, mention.end) for mention in fixed_mentions)

    common = _common_words(index.words)
    sport = is_sport(index.words)
    ruled: list[Candidate] = []
    for words, headline in zip(by_line, headlines, strict=True):
        ruled.extend(_known_names(folded, words))
        ruled.extend(find_institutions(folded, words, headline=headline))
        ruled.extend(find_bare_acronyms(words, common))
        if sport:
            ruled.extend(find_clubs(folded, words))
            ruled.extend(find_teams(folded, words))
    for line in lines:
        ruled.extend(find_credits(folded, line.start, line.end, line.label))
        ruled.extend(find_dateline(folded, line.start, line.end))
        ruled.extend(find_states(folded, line.start, line.end))
        ruled.extend(find_hyphened(folded, line.start, line.end))
    ruled.extend(one for one in find_stated(folded, article) if index.within(one.start, one.end))
    ruled.extend(_ambiguous_names(folded, by_line))
    ruled.extend(find_acronyms(folded, index))
    owners = frozenset(candidate.end for candidate in ruled if candidate.rank > Rank.FILL)
    tagged = list(tidy_spans(folded, index, within_sentences(raw_spans, sentences), fixed, owners))
    others = Cover(
        [(c.start, c.end) for c in tagged if c.kind is not Kind.PERSON and _holds_title(index, c)]
        + [(mention.start, mention.end) for mention in fixed_mentions]
    )
    for words, headline in zip(by_line, headlines, strict=True):
        if not headline:
            ruled.extend(find_titled(folded, words, others, fixed))
            ruled.extend(find_given(folded, words, fixed))
            ruled.extend(find_described(folded, words, fixed))

    openings = frozenset(sentence.start for sentence in sentences)
    tagged = [
        one
        for one in tagged
        if not is_half_title(folded, index, one) and not _is_common_opening(index, one, common, openings)
    ]
    parts = {fold_word(w.text) for one in tagged for w in _longer(index, one)}
    tagged = [one for one in tagged if not _is_plain_word(index, one, common - parts)]
    tagged = [_with_first_name(folded, index, one, openings) for one in tagged]
    titles = Cover((line.start, line.end) for line, headline in zip(lines, headlines, strict=True) if headline)
    doubtful = [one._replace(rank=Rank.HEADLINE) for one in tagged if titles.overlaps(one.start, one.end)]
    tagged = [one for one in tagged if not titles.overlaps(one.start, one.end)]
    mentions = [one for one in settle([*fixed_mentions, *ruled, *tagged]) if one.rank != Rank.FIXED]
    if sport:
        mentions = towns_as_clubs(folded, index, mentions)
    mentions = with_nicknames(folded, index, mentions, sport=sport)
    table = build_table(folded, index, mentions, common, sport=sport)
    spread = [*spread_names(folded, index, mentions, table, fixed), *_borne_out(index, doubtful, mentions, common)]
    return tuple(
        Mention(c.start, c.end, c.kind, c.source, CONFIDENCE[c.source]) for c in settle([*fixed_mentions, *spread])
    )


def is_headline(words: Sequence[Word]) -> bool:
    """Whether nearly every word of a line has a capital, so that capitals tell nothing."""
    telling = [word.text for word in words if word.text[0].isalpha() and word.text.lower() not in STARTERS]
    if len(telling) < _HEADLINE_WORDS:
        return False
    return sum(map(is_capital, telling)) >= HEADLINE_SHARE * len(telling)


def _holds_title(index: WordIndex, candidate: Candidate) -> bool:
    """Whether a title inside a name is part of it ("Prince Edward Island"), not the tagger's slip ("Mayor Dobosz")."""
    words = index.within(candidate.start, candidate.end)
    keys = [fold_word(word.text) for word in words]
    office = any(a in MODIFIERS and b in TITLES - MODIFIERS for a, b in pairwise(keys[:-1]))  # "Chief Executive Hock"
    return len(words) > 1 and not office and not any(key in NEVER_IN_NAMES for key in keys[:-1])


def _is_common_opening(
    index: WordIndex, candidate: Candidate, common: frozenset[str], openings: frozenset[int]
) -> bool:
    """Whether it is but a word with the capital of a sentence's start, which the article also writes small."""
    words = index.within(candidate.start, candidate.end)
    return len(words) == 1 and candidate.start in openings and fold_word(words[0].text) in common


def _longer(index: WordIndex, candidate: Candidate) -> list[Word]:
    words = index.within(candidate.start, candidate.end)
    return words if len(words) > 1 else []


def _is_plain_word(index: WordIndex, candidate: Candidate, common: frozenset[str]) -> bool:
    words = index.within(candidate.start, candidate.end)
    return (
        len(words) == 1
        and fold_word(words[0].text) in common
        and not words[0].text.isupper()
        and gazetteer().known(words[0].text) is None
    )


def _with_first_name(folded: str, index: WordIndex, candidate: Candidate, openings: frozenset[int]) -> Candidate:
    """A single name of a person with the unknown first name before it that the tagger missed ("Razia" of "Razia Khan").

    Not at the start of a sentence, where any word has a capital.
    """
    at = index.position(candidate.start)
    length = len(index.within(candidate.start, candidate.end))
    titled = at > 1 and fold_word(index.words[at - 2].text) in TITLES
    if candidate.kind is not Kind.PERSON or at == 0 or not (length == 1 or (length < 4 and titled)):
        return candidate
    before = index.words[at - 1]
    word = fold_word(before.text)
    plain = before.text.isalpha() and before.text.istitle() and len(before.text) > 2
    if (
        not plain
        or before.start in openings
        or folded[before.end : candidate.start] != " "
        or word in TITLES
        or word in STARTERS
        or word in MODIFIERS
        or word in INSTITUTION_HEADS
        or gazetteer().known(before.text) is not None
    ):
        return candidate
    return candidate._replace(start=before.start)


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
    """Ambiguous names of countries that the article also names otherwise: "Georgia" beside "Georgian"."""
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


def _group(faith: tuple[int, int, int]) -> Candidate:
    return Candidate(faith[0], faith[1], Kind.GROUP, MentionSource.RULE, Rank.NAME)


def _named(known: KnownName, start: int, end: int) -> Candidate:
    return Candidate(start, end, known.kind, MentionSource.RULE, Rank.NAME)
