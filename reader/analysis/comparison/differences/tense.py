"""What one source says has happened and another says will: "signed" and "will be signed".

Without a parser: a verb after a word of the future on one side, the same verb in a past form on the other, and the same
nouns beside both. Where the report that looks ahead is days older, the other one is an update and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.statements import Statement
from reader.analysis.alignment.stemming import IRREGULAR, stem
from reader.analysis.comparison.differences.records import difference, shown
from reader.models.comparison import Confidence, Difference, Passage, Topic

_FUTURE = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:set|expected|due|scheduled|about|going) to|plans? to|intends? to)"
    r"(?: (?:be|also|further|soon|then|now|[a-z]{2,12}ly))* ([a-z]{3,20})\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?<![\w-])([a-z]{3,20})(?![\w-])", re.IGNORECASE)
_NOT_PAST_AFTER = re.compile(
    r"\b(?:will|would|shall|to|be|could|should|may|might|must|can|not|never|by|a|an|the)(?: [a-z]{2,12}ly)? $",
    re.IGNORECASE,
)
_LOOK_BACK = 24
"""Characters before a verb in which its auxiliaries stand."""

_BREAK = re.compile(r"[,;:()“”\"—–]|\b(?:and|but|while|which|who|that|when|where|after|before|as)\b")

SHARED_BESIDE = 2
"""Content words, names aside, that both clauses must have besides the verb; one where the sentences are linked."""

SAME_TIME_DAYS = 2
"""Reports further apart contradict nothing: a later one is an update, and what an earlier one reports as done is
another thing than what a later one announces. Where a date is unknown the sentences must at least be linked."""

_GENERAL = """
use need make take give get go come have continue begin start remain become say
"""
GENERAL_VERBS = frozenset(map(stem, _GENERAL.split()))
"""Verbs that stand in any sentence."""


@dataclass(frozen=True, slots=True)
class Event:
    """A verb in its clause: ``phrase`` is where it stands in the article, ``beside`` the stems of the clause."""

    number: int
    verb: str
    future: bool
    phrase: tuple[int, int]
    beside: frozenset[str]


def tense_differences(alignment: Alignment, places: Mapping[int, int]) -> tuple[Difference, ...]:
    """One difference for each two sentences of which one looks ahead to what the other reports."""
    linked = frozenset((link.first, link.second) for link in alignment.links)
    texts = {analysed.article.id: analysed.article.text for analysed in alignment.articles}
    events = [
        event
        for number, statement in enumerate(alignment.statements)
        if statement.is_readable
        for event in _events(number, statement)
    ]
    past: dict[str, list[Event]] = {}
    for event in events:
        if not event.future:
            past.setdefault(event.verb, []).append(event)
    found: list[Difference] = []
    for ahead in (event for event in events if event.future):
        best = max(
            (back for back in past.get(ahead.verb, ()) if _differ(alignment, linked, ahead, back)),
            key=lambda back: (len(back.beside & ahead.beside), -back.number),
            default=None,
        )
        if best is not None:
            readings = sorted(
                (Passage(alignment.statements[e.number].passage.article, *e.phrase) for e in (ahead, best)),
                key=lambda reading: (places[reading.article], reading.start),
            )
            note = " / ".join(shown(texts[r.article], r.start, r.end) for r in readings)
            found.append(difference(Topic.TENSE, Confidence.LIKELY, readings, note, texts))
    return tuple(found)


def _differ(alignment: Alignment, linked: frozenset[tuple[int, int]], ahead: Event, back: Event) -> bool:
    """Whether two events are one, of which the two articles say otherwise whether it has happened."""
    one, other = alignment.statements[ahead.number], alignment.statements[back.number]
    if one.source == other.source:
        return False
    is_linked = (min(ahead.number, back.number), max(ahead.number, back.number)) in linked
    apart = _days_apart(alignment, one.source, other.source)
    if (apart is None and not is_linked) or (apart or 0) > SAME_TIME_DAYS:
        return False
    return len(ahead.beside & back.beside) >= (1 if is_linked else SHARED_BESIDE)


def _days_apart(alignment: Alignment, one: int, other: int) -> int | None:
    """Days between two publications; None where one of them is not known."""
    days = [(alignment.articles[source].article.published.value or "")[:10] for source in (one, other)]
    try:
        return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days)
    except ValueError:
        return None


def _events(number: int, statement: Statement) -> list[Event]:
    """The verbs of a sentence that are clearly of the future or of the past."""
    text, base = statement.text, statement.passage.start
    found = [
        _event(number, statement, (match.start(), match.end(1)), match[1], future=True)
        for match in _FUTURE.finditer(text)
    ]
    for match in _PAST.finditer(text):
        word = match[1].casefold()
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if not (word.endswith("ed") or word in IRREGULAR) or _NOT_PAST_AFTER.search(before):
            continue
        if not any(event.phrase[0] <= base + match.start() < event.phrase[1] for event in found if event.future):
            found.append(_event(number, statement, match.span(), word, future=False))
    return [event for event in found if event.verb not in GENERAL_VERBS]


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around a verb starts and ends."""
    first, last = 0, len(text)
    for match in _BREAK.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return first, last


def _event(number: int, statement: Statement, place: tuple[int, int], verb: str, *, future: bool) -> Event:
    """The verb at ``place`` in its sentence."""
    first, last = _clause(statement.text, *place)
    base, name = statement.passage.start, stem(verb.casefold())
    beside = frozenset(word.stem for word in statement.words if first <= word.start - base < last)
    return Event(number, name, future, (base + place[0], base + place[1]), beside - statement.names - {name})
