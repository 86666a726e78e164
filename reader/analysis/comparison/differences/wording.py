"""Other words inside one utterance: "a Muslim nation" and "a Muslim country" cannot both be what was said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.differences.quotedwords import (
    Token,
    are_in_two_tenses,
    are_one_form,
    are_one_wording,
    quoted_words,
    same_word,
)
from reader.analysis.comparison.differences.records import difference, shown
from reader.analysis.comparison.differences.spellings import sound_alike
from reader.analysis.comparison.effort import Effort
from reader.analysis.comparison.quotes.fragments import Fragment, closest_pairs
from reader.models.annotations import AnalysedArticle
from reader.models.comparison import Confidence, Difference, Part, Passage, Topic

_OMISSION = re.compile(r"…|\.\.\.|\[|\]|\(|\)|\*|—|–")
"""Marks of the writer's hand in a quotation: what stands between or beside them is no other wording."""

_HYPHENS = frozenset("-‐‑")

Step = tuple[str, int, int, int, int]
"""A step from one sequence of words to another: equal, replace, insert or delete; from, to in one, in the other."""

Substitution = tuple[frozenset[tuple[str, ...]], tuple[Passage, Passage]]
"""The two wordings by their content words, and where they stand."""

SUBSTITUTED_WORDS = 3
"""Longer stretches that differ are another statement, not another word for the same one."""

ADDED_WORDS = 1
"""A word that one version has more is another wording; more words are left out rather than added."""

LIKE_FRAGMENTS = 0.6
"""Share of words in the same order from which two fragments are versions of one sentence, word for word."""

COMMON_WORDS = 2
LIKE_SHORT_FRAGMENTS = 0.7
"""Content words that two fragments share; with fewer they must be more alike, or "a time of hope" and "a time of
fear" would be one sentence."""

COMMON_WORDS_IN_ONE = 5
"""Content words inside one article, where a speaker often says two things in almost the same words."""

IN_ONE_BREATH = 2
"""Sentences apart within which one article's quotation goes on rather than being quoted again."""

BESIDE = 40
"""Characters between two other words of the same versions, up to which they are one phrase to a reader."""

Place = tuple[int, tuple[Passage, Passage]]
"""The number of a pair of versions, and where they have other words."""

MOST_READINGS = 6
"""Passages shown for one difference."""


def wording_differences(
    alignment: Alignment, pairs: Sequence[tuple[Fragment, Fragment]], places: Mapping[int, int], effort: Effort
) -> tuple[Difference, ...]:
    """One difference for every two wordings, whichever sources have them, with the phrase around the word."""
    texts = {analysed.article.id: analysed.article.text for analysed in alignment.articles}
    found: dict[frozenset[tuple[str, ...]], list[Place]] = {}
    for number, (one, other) in enumerate(effort.each(Part.QUOTES, closest_pairs(pairs))):
        if one.text == other.text:
            continue
        if one.source == other.source and abs(one.number - other.number) <= IN_ONE_BREATH:
            continue
        for words, passages in _substitutions(alignment, one, other):
            found.setdefault(words, []).append((number, passages))
    differences = []
    for stretches in _joined(list(found.values())):
        standing = {passage for _, pair in stretches for passage in pair}
        ordered = sorted(standing, key=lambda passage: (places[passage.article], passage.start))[:MOST_READINGS]
        wordings = dict.fromkeys(shown(texts[p.article], p.start, p.end) for p in ordered)
        note = " / ".join(f"“{wording}”" for wording in wordings)
        differences.append(difference(Topic.WORDING, Confidence.LIKELY, ordered, note, texts))
    return tuple(differences)


def _joined(found: Sequence[list[Place]]) -> list[list[Place]]:
    """The wordings, those joined into one phrase that stand beside each other in the same versions."""
    joined: list[list[Place]] = []
    latest: dict[tuple[int, ...], int] = {}
    for stretches in found:
        versions = tuple(number for number, _ in stretches)
        at = latest.get(versions)
        if at is not None and all(
            0 <= mine.start - last.end <= BESIDE
            for (_, lasts), (_, pair) in zip(joined[at], stretches, strict=True)
            for last, mine in zip(lasts, pair, strict=True)
        ):
            joined[at] = [
                (number, (_up_to(lasts[0], pair[0]), _up_to(lasts[1], pair[1])))
                for (number, lasts), (_, pair) in zip(joined[at], stretches, strict=True)
            ]
        else:
            latest[versions] = len(joined)
            joined.append(stretches)
    return joined


def _up_to(first: Passage, last: Passage) -> Passage:
    return Passage(first.article, first.start, last.end)


@lru_cache(maxsize=2048)
def _tokens(text: str, start: int) -> list[Token]:
    """The words of a fragment, which is compared with many."""
    return quoted_words(text, start)


def _substitutions(alignment: Alignment, one: Fragment, other: Fragment) -> list[Substitution]:
    """Where one fragment has other content words than the other, or one more, as passages of both."""
    first, second = _tokens(one.text, one.start), _tokens(other.text, other.start)
    steps = _common_stretch(first, second, COMMON_WORDS_IN_ONE if one.source == other.source else 1)
    extra = _only_in(first, second, steps), _only_in(second, first, [(t, c, d, a, b) for t, a, b, c, d in steps])
    sources = alignment.articles[one.source], alignment.articles[other.source]
    articles = sources[0].article, sources[1].article
    beyond = _beyond(first, [(a, b) for _, a, b, _, _ in steps]), _beyond(second, [s[3:] for s in steps])
    within = any(fragment.text.lstrip("\"'“‘ ")[:1].islower() for fragment in (one, other))
    found: list[Substitution] = []
    for place, (tag, a, b, c, d) in enumerate(steps):
        if tag == "equal":
            continue
        mine = [token.word for token in first[a:b] if token.content and token.word in extra[0]]
        theirs = [token.word for token in second[c:d] if token.content and token.word in extra[1]]
        if not _is_other_wording(mine, theirs):
            continue
        if _are_one_name(first[a:b], second[c:d], (articles[0].text, articles[1].text)):
            continue
        if are_one_wording(first[a:b], second[c:d]) or _is_fitted(mine, theirs, is_opening=place == 0, within=within):
            continue
        if _says_elsewhere(first[a:b], beyond[1]) or _says_elsewhere(second[c:d], beyond[0]):
            continue
        if tag != "replace" and place in {0, len(steps) - 1}:
            continue
        left, right = ((a, b), (c, d)) if mine and theirs else _widened(first, second, steps, place)
        spans = _span(articles[0].text, first, *left), _span(articles[1].text, second, *right)
        if _values(sources[0], spans[0]) & _values(sources[1], spans[1]):
            continue  # "eleven" and "11", "80 million" and "80m": one number
        if not any(
            _OMISSION.search(article.text, max(0, start - 1), end + 1) or article.text.startswith("...", end)
            for article, (start, end) in zip(articles, spans, strict=True)
        ):
            passages = Passage(articles[0].id, *spans[0]), Passage(articles[1].id, *spans[1])
            found.append((frozenset({tuple(mine), tuple(theirs)}), passages))
    return found


def _is_fitted(mine: Sequence[str], theirs: Sequence[str], *, is_opening: bool, within: bool) -> bool:
    """Whether words have only another form, made to fit the sentence around them.

    The first words of a quotation are (``is_opening``), and the tense of one that begins within a sentence of the
    report (``within``).
    """
    return (is_opening and are_one_form(mine, theirs)) or (within and are_in_two_tenses(mine, theirs))


def _beyond(tokens: Sequence[Token], stretches: Sequence[tuple[int, int]]) -> frozenset[str]:
    """The content words of a fragment before and after the stretch that another one covers too."""
    if not stretches:
        return frozenset()
    return frozenset(token.word for token in (*tokens[: stretches[0][0]], *tokens[stretches[-1][1] :]) if token.content)


def _says_elsewhere(stretch: Sequence[Token], words: frozenset[str]) -> bool:
    """Whether words that one version has here stand in the other too, where it goes on: it says two like things."""
    return any(token.word in words for token in stretch if token.content)


def _are_one_name(mine: Sequence[Token], theirs: Sequence[Token], texts: tuple[str, str]) -> bool:
    """Whether two stretches are a name in two transcriptions: who hears a speaker writes the name as the house does."""
    return len(mine) == len(theirs) and all(
        texts[0][a.start].isupper() and texts[1][b.start].isupper() and sound_alike(a.word, b.word)
        for a, b in zip(mine, theirs, strict=True)
    )


def _values(source: AnalysedArticle, span: tuple[int, int]) -> frozenset[float]:
    """The values of the figures that a stretch of an article touches."""
    start, end = span
    return frozenset(figure.value for figure in source.annotations.figures if figure.start < end and figure.end > start)


def _common_stretch(first: Sequence[Token], second: Sequence[Token], least: int) -> list[Step]:
    """How the words that both fragments cover differ; empty if they are no versions of one sentence.

    What one fragment has before the other begins, or after it ends, is no difference: it was only quoted further.
    """
    matcher = SequenceMatcher(None, [t.word for t in first], [t.word for t in second], autojunk=False)
    steps = matcher.get_opcodes()
    while steps and steps[0][0] in {"insert", "delete"}:
        del steps[0]
    while steps and (steps[-1][0] in {"insert", "delete"} or _ends_apart(steps[-1])):
        del steps[-1]
    if steps and _ends_apart(steps[0]):
        del steps[0]
    common = sum(b - a for tag, a, b, _, _ in steps if tag == "equal")
    covered = sum(b - a + d - c for _, a, b, c, d in steps)
    telling = sum(token.content for tag, a, b, _, _ in steps if tag == "equal" for token in first[a:b])
    like = LIKE_FRAGMENTS if telling >= COMMON_WORDS else LIKE_SHORT_FRAGMENTS
    return list(steps) if telling >= least and 2 * common >= like * covered else []


def _ends_apart(step: Step) -> bool:
    """Whether a replacement is too long to be one word for another."""
    tag, a, b, c, d = step
    return tag == "replace" and max(b - a, d - c) > SUBSTITUTED_WORDS


def _only_in(one: Sequence[Token], other: Sequence[Token], steps: Sequence[Step]) -> frozenset[str]:
    """The content words that one fragment has more often than the other, inside the common stretch."""
    if not steps:
        return frozenset()
    mine = Counter(token.word for token in one[steps[0][1] : steps[-1][2]] if token.content)
    theirs = Counter(token.word for token in other[steps[0][3] : steps[-1][4]] if token.content)
    return frozenset(word for word in mine - theirs if not any(same_word(word, their) for their in theirs - mine))


def _is_other_wording(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a few content words stand for a few others, or one more is there."""
    if mine and theirs:
        return max(len(mine), len(theirs)) <= SUBSTITUTED_WORDS
    return len(mine) + len(theirs) == ADDED_WORDS


def _widened(
    first: Sequence[Token], second: Sequence[Token], steps: Sequence[Step], place: int
) -> tuple[tuple[int, int], tuple[int, int]]:
    """The step with the nearest common content word on both sides, so that a word more is seen where it stands."""
    _, a, b, c, d = steps[place]
    before = (
        (i, i - s[1] + s[3]) for s in reversed(steps[:place]) if s[0] == "equal" for i in range(s[2] - 1, s[1] - 1, -1)
    )
    after = ((i, i - s[1] + s[3]) for s in steps[place + 1 :] if s[0] == "equal" for i in range(s[1], s[2]))
    moved = {token.word for token in first[a:b]} ^ {token.word for token in second[c:d]}
    left = next(((i, j) for i, j in before if first[i].content and first[i].word not in moved), (a, c))
    right = next(((i, j) for i, j in after if first[i].content and first[i].word not in moved), (b - 1, d - 1))
    return (left[0], right[0] + 1), (left[1], right[1] + 1)


def _span(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The words, with the rest of a hyphenated one ("self" of "self-determination")."""
    start, end = tokens[first].start, tokens[last - 1].end
    while first > 0 and tokens[first - 1].end + 1 == start and text[start - 1] in _HYPHENS:
        first, start = first - 1, tokens[first - 1].start
    while last < len(tokens) and tokens[last].start == end + 1 and text[end] in _HYPHENS:
        last, end = last + 1, tokens[last].end
    return start, end
