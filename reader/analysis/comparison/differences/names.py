"""One person's name in different spellings: Aliyev and Aliev, Mammadov and Mmmadov."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from reader.analysis.comparison.differences.records import difference
from reader.models.annotations import AnalysedArticle, Kind
from reader.models.comparison import Confidence, Difference, Passage, Topic

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

MOST_EDITS = 2
"""Edits between two spellings of one name; the entity layer has already decided that they are one person's."""

MOST_READINGS = 6
"""Passages shown for one difference: the first of each spelling in each source, as far as they go."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A full name as one source writes it: its words, folded, and where it stands first."""

    words: tuple[str, ...]
    place: int
    passage: Passage


def name_differences(articles: Sequence[AnalysedArticle]) -> tuple[Difference, ...]:
    """For every person whose full name the sources spell in two ways, the first mention of each spelling by source.

    Case, accents and possessives are no spelling. Names of the same number of words are compared that differ in one of
    them, by at most two letters: a shorter form of a name differs from nothing.
    """
    texts = {analysed.article.id: analysed.article.text for analysed in articles}
    found: list[Difference] = []
    for _, spellings in sorted(_spellings(articles).items()):
        for one, other in combinations(sorted({spelling.words for spelling in spellings}), 2):
            if not _are_variants(one, other):
                continue
            readings = _shown([spelling for spelling in spellings if spelling.words in {one, other}])
            written = {
                spelling.words: texts[spelling.passage.article][spelling.passage.start : spelling.passage.end]
                for spelling in reversed(spellings)
            }
            note = f"{written[one]} / {written[other]}"
            found.append(difference(Topic.NAME, Confidence.LIKELY, readings, note, texts))
    return tuple(found)


def _spellings(articles: Sequence[AnalysedArticle]) -> dict[int, list[Spelling]]:
    """Every spelling of every person's full name, once for each source, in the order of the articles."""
    found: dict[int, dict[tuple[int, tuple[str, ...]], Spelling]] = {}
    for place, analysed in enumerate(articles):
        for mention in analysed.annotations.mentions:
            if mention.kind is not Kind.PERSON or mention.entity is None:
                continue
            words = tuple(map(_folded, _WORD.findall(analysed.article.text[mention.start : mention.end])))
            if len(words) > 1:
                passage = Passage(analysed.article.id, mention.start, mention.end)
                found.setdefault(mention.entity, {}).setdefault((place, words), Spelling(words, place, passage))
    return {entity: list(spellings.values()) for entity, spellings in found.items()}


def _shown(spellings: Sequence[Spelling]) -> list[Passage]:
    """The passages to be shown: first one of each spelling, then the other sources', in the order of the articles."""
    firsts: dict[tuple[str, ...], Spelling] = {}
    for spelling in spellings:
        firsts.setdefault(spelling.words, spelling)
    rest = [spelling for spelling in spellings if spelling not in firsts.values()]
    chosen = [*firsts.values(), *rest][:MOST_READINGS]
    return [spelling.passage for spelling in sorted(chosen, key=lambda chosen: (chosen.place, chosen.passage.start))]


def _are_variants(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ in the spelling of one word."""
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and OSA.distance(*differing[0]) <= MOST_EDITS


def _folded(word: str) -> str:
    """The word without case, accents, apostrophes and hyphens."""
    bare = unicodedata.normalize("NFKD", word.removesuffix("'s").removesuffix("’s").casefold())
    return "".join(letter for letter in bare if letter.isalpha() and not unicodedata.combining(letter))
