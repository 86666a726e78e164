"""Which quotations are versions of one utterance: groups across sources, pull quotes collapsed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.overlaps import Overlaps
from reader.analysis.comparison.effort import Effort
from reader.analysis.comparison.quotes.versions import Version, single
from reader.analysis.quotes.utterances import relation_of
from reader.models.article import LineLabel
from reader.models.comparison import Part, Passage, QuoteRelation

SHARED_STEMS = 0.4
"""Share of the shorter quotation's stems that the other must have: a quick test before the exact one."""

SHORT_WORDS = 5
"""Content words up to which a common stretch may be a commonplace ("a strategic partner of Israel")."""

_HEADS = frozenset({LineLabel.TITLE, LineLabel.STANDFIRST, LineLabel.CROSSHEAD, LineLabel.CAPTION, LineLabel.PULLQUOTE})
"""Lines that repeat what the text quotes."""

VARIANT_STEMS = 2
"""Content words that two versions must share, if they have so many, unless one holds the other word for word.

"A lot of pain" and "a lot of time" have only the frame in common."""

WHOLE_WORDS = 4
"""Words, stop words included, from which two quotations with the same words are one utterance."""

CLOSE_STEMS = 0.75
"""Share of the shorter one's content words that two versions must share if nobody noted them by ear, or if two people
are named as speakers: a post is copied, and what two people say has a common subject rather than common words."""

SURE_SPEAKER = 0.6
"""Confidence from which a speaker was named or titled beside the quotation, not guessed from its neighbours."""

SAME_OCCASION_DAYS = 7
"""Short words said in reports further apart are said twice rather than once."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was said once, in all its versions, and how these relate."""

    versions: tuple[Version, ...]
    relation: QuoteRelation


def utterances_of(alignment: Alignment, versions: Sequence[Version], effort: Effort) -> tuple[Utterance, ...]:
    """The versions in groups, in canonical order; a quotation that only one source has is a group of its own."""
    overlaps = Overlaps([version.stems for version in versions])
    relations = _Relations()
    related: dict[tuple[int, int], QuoteRelation] = {}
    home = list(range(len(versions)))
    members = {number: [number] for number in home}
    voice = _Voice(alignment, versions)
    for i in effort.each(Part.QUOTES, home[:]):
        one, later = versions[i], (slice(i, i + 1), slice(i + 1, None))
        enough = overlaps.shared(*later) >= np.maximum(1.0, SHARED_STEMS * overlaps.smaller(*later))
        for j in (i + 1 + np.nonzero(enough[0])[0]).tolist():
            relation = relations.of(one, versions[j])
            if relation is None or (not _is_whole(relation, one) and _is_commonplace(one, versions[j], voice)):
                continue
            related[i, j] = relation
            kept, merged = sorted((home[i], home[j]))
            if kept != merged:
                members[kept] += members.pop(merged)
                for number in members[kept]:
                    home[number] = kept
    return tuple(_utterance(versions, sorted(group), related) for _, group in sorted(members.items()))


class _Relations:
    """How quotations relate; two that have the same words as two others are not compared again."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[str, ...], tuple[str, ...]], QuoteRelation | None] = {}

    def of(self, one: Version, other: Version) -> QuoteRelation | None:
        """How two quotations relate, if they are one utterance."""
        words = one.words, other.words
        if words not in self._known:
            self._known[words] = relation_of(*words)
        relation = self._known[words]
        if relation is not QuoteRelation.VARIANT:
            return relation
        common, smaller = len(one.stems & other.stems), min(len(one.stems), len(other.stems))
        least: float = min(VARIANT_STEMS, smaller)
        if one.is_written or other.is_written:
            least = CLOSE_STEMS * smaller
        elif _clash(one, other):
            least = max(SHORT_WORDS + 1, CLOSE_STEMS * smaller)
        return relation if common >= least else None


def _clash(one: Version, other: Version) -> bool:
    """Whether two quotations are attributed to two speakers, both by name."""
    if min(one.quotation.confidence, other.quotation.confidence) < SURE_SPEAKER:
        return False
    names = (one.quotation.speaker or "").casefold().split(), (other.quotation.speaker or "").casefold().split()
    return bool(names[0] and names[1]) and names[0][-1] not in names[1] and names[1][-1] not in names[0]


def _is_whole(relation: QuoteRelation, one: Version) -> bool:
    """Whether two quotations have the same words, and enough of them: "I will not resign" is quoted once by each."""
    return relation is QuoteRelation.IDENTICAL and len(one.words) >= WHOLE_WORDS


def _is_commonplace(one: Version, other: Version, voice: _Voice) -> bool:
    """Whether what two quotations have in common is too short and usual to make them one utterance.

    It is if a source has all these words in a sentence of its own, or if the reports are many days apart.
    """
    common = one.stems & other.stems
    if one.source == other.source or len(common) > SHORT_WORDS:
        return False
    return _days_apart(one, other) > SAME_OCCASION_DAYS or voice.has(common)


def _days_apart(one: Version, other: Version) -> int:
    """Days between two publications; 0 where one of them is not known."""
    try:
        return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)
    except ValueError:
        return 0


class _Voice:
    """What the articles say outside of quotations: the stems of each sentence, found by any of them."""

    def __init__(self, alignment: Alignment, versions: Sequence[Version]) -> None:
        quoted: dict[int, list[Passage]] = {}
        for version in versions:
            quoted.setdefault(version.source, []).append(version.passage)
        self._sentences: dict[str, set[int]] = {}
        for number, statement in enumerate(alignment.statements):
            spans = [
                passage
                for passage in quoted.get(statement.source, ())
                if passage.start < statement.passage.end and statement.passage.start < passage.end
            ]
            for word in statement.words:
                if not any(passage.start <= word.start < passage.end for passage in spans):
                    self._sentences.setdefault(single(word.stem), set()).add(number)
        self._some = bool(alignment.statements)

    def has(self, stems: frozenset[str]) -> bool:
        """Whether one sentence has all these stems."""
        found = sorted((self._sentences.get(stem, set()) for stem in stems), key=len)
        return bool(found[0].intersection(*found[1:])) if found else self._some


def _utterance(
    versions: Sequence[Version], group: Sequence[int], related: dict[tuple[int, int], QuoteRelation]
) -> Utterance:
    """The group without what an article only repeats of it, and the loosest relation between its sources."""
    shown = [number for number in group if not _is_repeated(versions, number, group, related)]
    relations = {
        relation
        for (i, j), relation in related.items()
        if i in shown and j in shown and versions[i].source != versions[j].source
    }
    loosest = next(
        (
            relation
            for relation in (QuoteRelation.VARIANT, QuoteRelation.CONTAINED, QuoteRelation.IDENTICAL)
            if relation in relations
        ),
        QuoteRelation.SINGLE,
    )
    return Utterance(tuple(versions[number] for number in shown), loosest)


def _is_repeated(
    versions: Sequence[Version], number: int, group: Sequence[int], related: dict[tuple[int, int], QuoteRelation]
) -> bool:
    """Whether the same article quotes it in its text: a head or pull quote that its text holds, words that came before.

    A pull quote may be shortened as its maker liked: it goes wherever the text has a version of it.
    """
    version = versions[number]
    for other in group:
        if other == number or versions[other].source != version.source or versions[other].label in _HEADS:
            continue
        if version.label is LineLabel.PULLQUOTE:
            return True
        relation = related.get((min(number, other), max(number, other)))
        if relation is QuoteRelation.IDENTICAL and (version.label in _HEADS or other < number):
            return True
        if relation is QuoteRelation.CONTAINED and version.label in _HEADS:
            return True
    return False
