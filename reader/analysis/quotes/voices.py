"""A quotation's speaker: the one that a name, pronoun or role noun beside it stands for, and how sure that is.

Used by what looks for attributions before, after and around a quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reader.analysis.quotes.cues import BODIES, GENERIC_BODIES, ROLES, verbs_in
from reader.analysis.quotes.people import Candidate, People
from reader.models.annotations import Kind

BY_NAME: Final = 0.9
BY_ROLE: Final = 0.6
BY_PRONOUN: Final = 0.7
BY_CONTINUATION: Final = 0.7
BY_PULL_QUOTE: Final = 0.9
BY_UNKNOWN: Final = 0.5
BY_NEIGHBOUR: Final = 0.4
"""Confidences: they rank the ways by how directly the text says it; set by judgement, not measured."""
FOCUS_REACH: Final = 1200
"""Characters searched back for the person in focus."""
SAID_REACH: Final = 400
"""Characters before a quotation that stands alone in which the last one who spoke is looked for."""
ASIDE_REACH: Final = 42
"""Characters after a name before its comma: a parenthesis, which is blank here ("(N-Norland), chair of …")."""
_INFINITIVE = re.compile(r"\s*to (?:\w+ly |further )?$")
"""Between a name and a verb it makes the name the one who is asked ("she wants Lee to explain")."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A guessed speaker, the words that attribute, and how sure it is."""

    speaker: str | None
    cue: str
    confidence: float


NOBODY: Final = Attribution(None, "", 0.0)


def resolved(people: People, subject: Candidate, cue: str) -> Attribution | None:
    """The attribution to the one that a subject names or stands for."""
    if subject.mention is not None:
        return Attribution(people.name_of(subject.mention), cue, BY_NAME)
    back = max(0, subject.start - FOCUS_REACH)
    word = subject.surface.lower()
    if subject.unnamed or word == "they":
        return Attribution(None, cue, 0.0)
    if subject.noun:
        return _with_role(people, subject, cue, back)
    if word == "who" and (named := people.named_right_before(subject.start)) is not None:
        return Attribution(people.name_of(named), cue, BY_NAME)
    at = people.sentence_start(subject.start) if people.is_inserted(subject) else subject.start
    meant = people.in_focus(Kind.ORG if word == "it" else Kind.PERSON, at, back, word)
    return Attribution(people.name_of(meant), cue, BY_PRONOUN) if meant else None


def _with_role(people: People, subject: Candidate, cue: str, back: int) -> Attribution:
    """The one who has the role or is the body that a noun names; for a role, else the person in focus."""
    noun = subject.noun
    meant = people.offices.holder_before(noun, subject.start)
    body = people.in_focus(Kind.ORG, subject.start, back) if meant is None and noun in BODIES else None
    if body is not None and noun in people.name_of(body).lower():
        meant = body
    if meant is not None:
        return Attribution(people.name_of(meant), cue, BY_ROLE)
    if body is not None and noun in GENERIC_BODIES:
        return Attribution(people.name_of(body), cue, BY_NEIGHBOUR)
    if noun not in ROLES or subject.is_owned or people.is_unnamed_before(noun, subject.start, back):
        return Attribution(None, cue, 0.0)
    person = people.offices.holder_after(noun, subject.start)
    return Attribution(people.name_of(person), cue, BY_NEIGHBOUR) if person else Attribution(None, cue, 0.0)


def first_after(people: People, start: int, end: int, cue: str) -> Attribution | None:
    """The attribution to the first subject in ``text[start:end]``: past the title before it, to the name apposed."""
    found = people.candidates(start, end)
    chosen = next((candidate for candidate in found if people.is_subject(candidate, start)), None)
    if chosen is None:
        return None
    chosen = people.titled(chosen)
    if chosen.noun and not chosen.unnamed:
        apposed = (c for c in found if c.mention is not None and c.mention.kind is Kind.PERSON)
        chosen = next((c for c in apposed if people.is_subject(c, start)), chosen)
    return resolved(people, chosen, cue)


def subject_before(hidden: str, people: People, start: int, end: int) -> Candidate | None:
    """The subject of the verb at ``end``: the nearest one before it, past an aside and past who is told to say it."""
    subjects = [candidate for candidate in people.candidates(start, end) if people.is_subject(candidate, start)]
    if not subjects:
        return None
    told = _INFINITIVE.search(hidden, subjects[-1].end, end)
    if told is not None and len(subjects) > 1:
        return subjects[-2]
    if hidden[start:end].rstrip().endswith(","):
        apposed = [
            c
            for c in subjects
            if c.mention
            and c.mention.kind is Kind.PERSON
            and hidden[c.end : c.end + ASIDE_REACH].lstrip().startswith(",")
        ]
        return apposed[0] if apposed else subjects[-1]
    return subjects[-1]


def person_in_focus(hidden: str, people: People, at: int, floor: int) -> Attribution:
    """The one who speaks in the sentences before a quotation that stands alone, or else the person they are about."""
    for verb in reversed(list(verbs_in(hidden, max(floor, at - SAID_REACH), at))):
        found = people.candidates(max(floor, verb.start() - ASIDE_REACH), verb.start())
        if found and not hidden[found[-1].end : verb.start()].strip() and people.is_subject(found[-1], floor):
            voice = resolved(people, found[-1], "")
            if voice is not None and voice.speaker:
                return Attribution(voice.speaker, "", BY_NEIGHBOUR)
    person = people.in_focus(Kind.PERSON, at, floor)
    return Attribution(people.name_of(person), "", BY_NEIGHBOUR) if person and person.kind is Kind.PERSON else NOBODY
