"""Who said it: the speaker of each quotation, guessed from the verb of saying beside it.

After the quotation (“…,” says Cohen), before it (Cohen said, “…”), by what it continues, or by the name under a pull
quote. A guess: pronouns and role nouns go to the last person in focus; where nothing speaks for anyone it is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reader.analysis.quotes.cues import ACCORDING, ROLES, SPEECH_VERBS, VERB
from reader.analysis.quotes.people import Candidate, People
from reader.models.annotations import Kind

BY_NAME: Final = 0.9
BY_ROLE: Final = 0.6
BY_PRONOUN: Final = 0.7
BY_CONTINUATION: Final = 0.7
BY_PULL_QUOTE: Final = 0.9
BY_NEIGHBOUR: Final = 0.4
"""Confidences: the share that was right for each way on hand-checked news, rounded."""

AFTER_REACH: Final = 160
BEFORE_REACH: Final = 400
FOCUS_REACH: Final = 1200
"""Characters searched after and before a quotation for its verb, and back for the person in focus."""

_RELATIVE = re.compile(r"\b(?:which|who|that|but|and|while|as|after|before|when|because|although|even)\b")
_ASIDE = re.compile(r"(?<=\w),\s[^,]{3,100},\s$")
"""An aside between a name and its verb ("Reyes, who has led the board since May, told")."""
_COLON_NAME = re.compile(r"\s*(?::|[—–-])\s*$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A guessed speaker, the words that attribute, and how sure it is."""

    speaker: str | None
    cue: str
    confidence: float


NOBODY: Final = Attribution(None, "", 0.0)


def attribute(text: str, hidden: str, people: People, quote: tuple[int, int], bounds: tuple[int, int]) -> Attribution:
    """The attribution that stands in the same sentence; ``NOBODY`` if none does.

    ``hidden`` is the text with quotations blanked; ``bounds`` are the sentence's, from the one in which the quotation
    ``quote`` begins to the one in which it ends.
    """
    start, end = quote
    inner_end = text[start : end - 1].rstrip()[-1:]
    after = _after(hidden, people, end, bounds[1])
    before = _before(hidden, people, bounds[0], start)
    chosen = (after or before) if inner_end in {",", "?", "!", "—", "–"} else (before or after)
    return chosen or _participle(hidden, people, quote, bounds) or NOBODY


def _participle(hidden: str, people: People, quote: tuple[int, int], bounds: tuple[int, int]) -> Attribution | None:
    """ "After praising “…,” Reyes flew home": the verb before has its subject after the quotation."""
    verb = next(VERB.finditer(hidden, max(bounds[0], quote[0] - BEFORE_REACH), quote[0]), None)
    if verb is None or not verb.group().endswith("ing"):
        return None
    found = people.candidates(quote[1], min(bounds[1], quote[1] + AFTER_REACH))
    if not found or hidden[quote[1] : found[0].start].strip(" ,\u00a0") or not people.is_subject(found[0], quote[1]):
        return None
    return _resolved(people, found[0], verb.group())


def _after(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    end = min(end, start + AFTER_REACH)
    according = ACCORDING.search(hidden, start, min(end, start + 30))
    if according is not None:
        return _first_after(people, according.end(), end, according.group())
    verb = VERB.search(hidden, start, end)
    if verb is None:
        return None
    aside = _ASIDE.search(hidden, start, verb.start())
    named_end = aside.start() if aside else verb.start()
    between = hidden[start:named_end]
    if _RELATIVE.search(between) or "." in between.replace("Mr.", "").replace("Dr.", "").replace("Ms.", ""):
        return None
    subject = _subject_before(people, start, named_end)
    if subject is not None:
        return _resolved(people, subject, verb.group())
    if between.strip(" ,\u00a0—–-"):
        return None
    return _first_after(people, verb.end(), min(end, verb.end() + 80), verb.group())


def _first_after(people: People, start: int, end: int, cue: str) -> Attribution | None:
    found = people.candidates(start, end)
    chosen = next((candidate for candidate in found if people.is_subject(candidate, start)), None)
    if chosen is None:
        return None
    if chosen.noun and not chosen.unnamed:
        apposed = (c for c in found if c.mention is not None and c.mention.kind is Kind.PERSON)
        chosen = next((c for c in apposed if people.is_subject(c, start)), chosen)
    return _resolved(people, chosen, cue)


def _before(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    start = max(start, end - BEFORE_REACH)
    colon = _COLON_NAME.search(hidden, max(start, end - 3), end)
    if colon is not None:
        found = people.candidates(start, end)
        if found and not hidden[found[-1].end : colon.start()].strip():
            return _resolved(people, found[-1], ":")
    for verb in reversed(list(VERB.finditer(hidden, start, end))):
        subject = _subject_before(people, start, verb.start())
        if subject is not None:
            return _resolved(people, subject, verb.group())
        if not hidden[verb.end() : end].strip(" ,:") and verb.group() in SPEECH_VERBS:
            return None
    according = ACCORDING.search(hidden, start, end)
    return _first_after(people, according.end(), end, according.group()) if according else None


def _subject_before(people: People, start: int, end: int) -> Candidate | None:
    for candidate in reversed(people.candidates(start, end)):
        if people.is_subject(candidate, start):
            return candidate
    return None


def _resolved(people: People, subject: Candidate, cue: str) -> Attribution | None:
    """The attribution to the one that a subject names or stands for."""
    if subject.mention is not None:
        return Attribution(people.name_of(subject.mention), cue, BY_NAME)
    if subject.unnamed:
        return Attribution(None, cue, 0.0)
    back = max(0, subject.start - FOCUS_REACH)
    word = subject.surface.lower()
    if word in {"it", "they"}:
        body = people.organisation_before(subject.start, back)
        return Attribution(people.name_of(body), cue, BY_PRONOUN) if body else None
    if word in {"he", "she", "who"}:
        person = people.person_before(subject.start, back)
        return Attribution(people.name_of(person), cue, BY_PRONOUN) if person else None
    mention = people.with_role(subject.noun, subject.start)
    if mention is None:
        mention = people.organisation_before(subject.start, back)
        if mention is not None and subject.noun not in people.name_of(mention).lower():
            mention = None
    if mention is not None:
        return Attribution(people.name_of(mention), cue, BY_ROLE)
    person = people.person_before(subject.start, back) if subject.noun in ROLES else None
    return Attribution(people.name_of(person), cue, BY_NEIGHBOUR) if person else Attribution(None, cue, 0.0)


def person_in_focus(people: People, at: int, floor: int) -> Attribution:
    """The person of the sentence before a quotation that stands alone."""
    person = people.person_before(at, floor)
    return Attribution(people.name_of(person), "", BY_NEIGHBOUR) if person and person.kind is Kind.PERSON else NOBODY
