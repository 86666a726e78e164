"""Which quotations are versions of one utterance: groups across sources, pull quotes collapsed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.quotes.versions import Version, single
from reader.analysis.quotes.utterances import same_utterance
from reader.models.article import LineLabel
from reader.models.comparison import Passage, QuoteRelation

SHARED_STEMS = 0.4
"""Share of the shorter quotation's stems that the other must have: a quick test before the exact one."""

SHORT_WORDS = 5
"""Content words up to which a common stretch may be a commonplace ("a strategic partner of Israel")."""

_HEADS = frozenset({LineLabel.TITLE, LineLabel.STANDFIRST, LineLabel.CROSSHEAD, LineLabel.CAPTION, LineLabel.PULLQUOTE})
"""Lines that repeat what the text quotes."""

VARIANT_STEMS = 2
"""Content words that two versions must share, if they have so many, unless one holds the other word for word.

"A lot of pain" and "a lot of time" have only the frame in common."""

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


def utterances_of(alignment: Alignment, versions: Sequence[Version]) -> tuple[Utterance, ...]:
    """The versions in groups, in canonical order; a quotation that only one source has is a group of its own."""
    related: dict[tuple[int, int], QuoteRelation] = {}
    home = list(range(len(versions)))
    members = {number: [number] for number in home}
    voice = _own_voice(alignment, versions)
    for i, one in enumerate(versions):
        for j in range(i + 1, len(versions)):
            relation = _relation(one, versions[j])
            if relation is None or _is_commonplace(one, versions[j], voice):
                continue
            related[i, j] = relation
            kept, merged = sorted((home[i], home[j]))
            if kept != merged:
                members[kept] += members.pop(merged)
                for number in members[kept]:
                    home[number] = kept
    return tuple(_utterance(versions, sorted(group), related) for _, group in sorted(members.items()))


def _relation(one: Version, other: Version) -> QuoteRelation | None:
    """How two quotations relate, if they are one utterance."""
    common, smaller = len(one.stems & other.stems), min(len(one.stems), len(other.stems))
    if common < max(1.0, SHARED_STEMS * smaller):
        return None
    relation = same_utterance(one.text, other.text)
    if relation is not QuoteRelation.VARIANT:
        return relation
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


def _is_commonplace(one: Version, other: Version, voice: Sequence[frozenset[str]]) -> bool:
    """Whether what two quotations have in common is too short and usual to make them one utterance.

    It is if a source has all these words in a sentence of its own, or if the reports are many days apart.
    """
    common = one.stems & other.stems
    if one.source == other.source or len(common) > SHORT_WORDS:
        return False
    return _days_apart(one, other) > SAME_OCCASION_DAYS or any(common <= stems for stems in voice)


def _days_apart(one: Version, other: Version) -> int:
    """Days between two publications; 0 where one of them is not known."""
    try:
        return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)
    except ValueError:
        return 0


def _own_voice(alignment: Alignment, versions: Sequence[Version]) -> list[frozenset[str]]:
    """The stems that each statement has outside of quotations."""
    quoted: dict[int, list[Passage]] = {}
    for version in versions:
        quoted.setdefault(version.source, []).append(version.passage)
    found: list[frozenset[str]] = []
    for statement in alignment.statements:
        spans = [
            passage
            for passage in quoted.get(statement.source, ())
            if passage.start < statement.passage.end and statement.passage.start < passage.end
        ]
        found.append(
            frozenset(
                single(word.stem)
                for word in statement.words
                if not any(passage.start <= word.start < passage.end for passage in spans)
            )
        )
    return found


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
