"""One name in different spellings: Aliyev and Aliev, Mammadov and Mmmadov."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from reader.analysis.comparison.differences.quotedwords import are_one_spelling
from reader.analysis.comparison.differences.records import difference
from reader.analysis.comparison.differences.spellings import (
    LEAST_LETTERS,
    LEAST_OF_A_WORD,
    are_spellings,
    folded,
    may_be_one,
    may_be_one_firm,
    transcribed,
)
from reader.models.annotations import AnalysedArticle, Kind
from reader.models.comparison import Confidence, Difference, Passage, Topic

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

MOST_NAMES = 300
"""Names that are compared with each other, the first of the event: comparing all of hundreds would take too long."""

MOST_READINGS = 6
"""Passages shown for one difference: the first of each spelling in each source, as far as they go."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A full name as one source writes it: its words, folded, and where it stands first."""

    words: tuple[str, ...]
    place: int
    passage: Passage
    kind: Kind


def name_differences(articles: Sequence[AnalysedArticle]) -> tuple[Difference, ...]:
    """For every name that the sources spell in two ways, the first mention of each spelling by source.

    Case, accents and possessives are no spelling. Names of the same number of words are compared: of one person, whom
    the entity layer has found, if they differ by a few letters; of two persons or firms that no source names both, if
    they differ by what transcription leaves open. A shorter form of a name differs from nothing.
    """
    texts = {analysed.article.id: analysed.article.text for analysed in articles}
    found: list[Difference] = []
    for spellings in _same_names(_spellings(articles)):
        written = {
            spelling.words: texts[spelling.passage.article][spelling.passage.start : spelling.passage.end]
            for spelling in reversed(spellings)
        }
        one, other = sorted(written)
        note = f"{written[one]} / {written[other]}"
        found.append(difference(Topic.NAME, Confidence.LIKELY, _shown(spellings), note, texts))
    return tuple(found)


def _same_names(named: Mapping[int, Sequence[Spelling]]) -> Iterator[list[Spelling]]:
    """The mentions of every two spellings of one name, in the order of the articles."""
    for _, spellings in sorted(named.items()):
        for one, other in combinations(sorted({spelling.words for spelling in spellings}), 2):
            both = [spelling for spelling in spellings if spelling.words in {one, other}]
            least = LEAST_OF_A_WORD if spellings[0].kind is Kind.PERSON else LEAST_LETTERS
            if (
                are_spellings(one, other, least)
                and not _is_house_style(spellings[0].kind, one, other)
                and len({spelling.place for spelling in both}) > 1
            ):
                yield both
    for ones, others in _alike([spellings for _, spellings in sorted(named.items())[:MOST_NAMES]]):
        if {spelling.place for spelling in ones} & {spelling.place for spelling in others}:
            continue
        pairs = product(dict.fromkeys(s.words for s in ones), dict.fromkeys(s.words for s in others))
        same = next(
            ((one, other) for one, other in pairs if _is_one_name(ones[0].kind, others[0].kind, one, other)), None
        )
        if same is not None:
            both = [spelling for spelling in (*ones, *others) if spelling.words in same]
            yield sorted(both, key=lambda spelling: (spelling.place, spelling.passage.start))


def _is_house_style(kind: Kind, one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of a body hold the same common words in British and American spelling (Defence, Defense)."""
    return kind is Kind.ORG and all(are_one_spelling(a, b) for a, b in zip(one, other, strict=True))


def _alike(named: Sequence[Sequence[Spelling]]) -> list[tuple[Sequence[Spelling], Sequence[Spelling]]]:
    """The pairs of names that are worth comparing: of a kind, as many words, the last with the same initial."""
    places: dict[tuple[Kind, int, str], list[int]] = {}
    for place, spellings in enumerate(named):
        for key in {(s.kind, len(s.words), transcribed(s.words[-1])[:1]) for s in spellings}:
            places.setdefault(key, []).append(place)
    pairs = {pair for several in places.values() for pair in combinations(several, 2)}
    return [(named[one], named[other]) for one, other in sorted(pairs)]


def _is_one_name(kind: Kind, other_kind: Kind, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names that are two entities to the entity layer may be one."""
    if kind is not other_kind:
        return False
    if kind is Kind.PERSON:
        return may_be_one(one, other)
    return len(one) == len(other) == 1 and may_be_one_firm(one[0], other[0])


def _spellings(articles: Sequence[AnalysedArticle]) -> dict[int, list[Spelling]]:
    """Every spelling of every person's full name and every firm's name, once for each source, in their order."""
    found: dict[int, dict[tuple[int, tuple[str, ...]], Spelling]] = {}
    for place, analysed in enumerate(articles):
        for mention in analysed.annotations.mentions:
            if mention.kind not in {Kind.PERSON, Kind.ORG} or mention.entity is None:
                continue
            words = tuple(map(folded, _WORD.findall(analysed.article.text[mention.start : mention.end])))
            if len(words) > (mention.kind is Kind.PERSON):
                passage = Passage(analysed.article.id, mention.start, mention.end)
                found.setdefault(mention.entity, {}).setdefault(
                    (place, words), Spelling(words, place, passage, mention.kind)
                )
    return {entity: list(spellings.values()) for entity, spellings in found.items()}


def _shown(spellings: Sequence[Spelling]) -> list[Passage]:
    """The passages to be shown: first one of each spelling, then the other sources', in the order of the articles."""
    firsts: dict[tuple[str, ...], Spelling] = {}
    for spelling in spellings:
        firsts.setdefault(spelling.words, spelling)
    rest = [spelling for spelling in spellings if spelling not in firsts.values()]
    chosen = [*firsts.values(), *rest][:MOST_READINGS]
    return [spelling.passage for spelling in sorted(chosen, key=lambda chosen: (chosen.place, chosen.passage.start))]
