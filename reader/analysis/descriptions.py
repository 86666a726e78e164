"""How a text describes those it names: "Israeli Foreign Minister" before a name, "the mayor of Horta" behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from reader.analysis.entities.lexicon import MODIFIERS, PERSON_NOUNS, STARTERS, TITLES
from reader.analysis.quotes.cues import ROLES, VERB
from reader.models.annotations import Description, Kind, Mention, Sentence

_BEHIND = re.compile(r",\s+(?:who (?:is|was) )?(?P<role>[^,.;:“”\"()\n]{3,70}?)(?=\s*[,.;:)]| (?:who|which|that) )")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_BEFORE = re.compile(r"(?:[^\W\d_]+(?:[-’'][^\W\d_]+)*\.?[ \u00a0]+){1,7}$")

_NOUNS: Final = (ROLES | TITLES | PERSON_NOUNS) - MODIFIERS - {"counterpart"}
"""What says of somebody who they are; whose counterpart somebody is hangs on the sentence."""

_TURNS: Final = frozenset(
    {"of", "at", "in", "for", "to", "on", "from", "with", "by", "and", "or", "but", "who", "which", "as"}
)
"""What ends the head of a description: behind it, nouns say something else."""

_AUXILIARIES: Final = frozenset({"is", "are", "was", "were", "be", "been", "has", "had", "have", "gave", "the"})

_REACH: Final = 90
"""Characters around a name that are looked at."""

_LEADING: Final = re.compile(r"(?:the|a|an|its|his|her|their|our|my) ", re.IGNORECASE)


def find_descriptions(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Description, ...]:
    """The descriptions of people and organisations, in reading order."""
    return tuple(sorted(_described(text, sentences, mentions), key=lambda found: (found.start, found.name)))


def _described(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[Description]:
    starts = {mention.start: mention for mention in mentions}
    at = 0
    before: Mention | None = None
    for mention in mentions:
        while at < len(sentences) and sentences[at].end <= mention.start:
            at += 1
        if at < len(sentences) and mention.kind in {Kind.PERSON, Kind.ORG} and sentences[at].start <= mention.start:
            if mention.kind is Kind.PERSON and (title := _title(text, sentences[at].start, mention, before)):
                yield title
            if apposed := _apposition(text, sentences[at].end, mention, starts):
                yield apposed
        before = mention


def _title(text: str, floor: int, mention: Mention, before: Mention | None) -> Description | None:
    """The words of office right before a name; none of a person named before."""
    if before is not None and before.kind in {Kind.PERSON, Kind.DATE, Kind.FIGURE}:
        floor = max(floor, before.end)
    found = _BEFORE.search(text, max(floor, mention.start - _REACH), mention.start)
    if found is None:
        return None
    words = list(_WORD.finditer(text, found.start(), mention.start))
    start = mention.start
    for word in reversed(words):
        folded = word[0].lower()
        if folded in STARTERS or not (word[0][0].isupper() or folded in _NOUNS | MODIFIERS):
            break
        start = word.start()
    told = text[start : mention.start].rstrip(" \u00a0")
    nouns = {word.lower() for word in _WORD.findall(told)} & _NOUNS
    return Description(start, start + len(told), mention.start) if nouns and len(told) > 3 else None


def _apposition(text: str, ceiling: int, mention: Mention, starts: dict[int, Mention]) -> Description | None:
    """What stands behind a name between commas and says who that is."""
    found = _BEHIND.match(text, mention.end, min(ceiling + 1, mention.end + _REACH))
    if found is None or VERB.search(found["role"]):
        return None
    start, end = found.span("role")
    leading = _LEADING.match(text, start, end)
    if leading is None and start in starts and starts[start].kind is Kind.PERSON:
        return None
    words = [word.lower() for word in _WORD.findall(text, leading.end() if leading else start, end)]
    head = set(takewhile(lambda word: word not in _TURNS, words))
    if not head & _NOUNS or head & _AUXILIARIES:
        return None
    return Description(leading.end() if leading else start, end, mention.start)
