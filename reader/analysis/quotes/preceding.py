"""Attributions before a quotation: Reyes said, “…”; Reyes: “…”; the town, Reyes said, was “…”; in her words, “…”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.analysis.quotes.cues import ACCORDING, FEMALE, MALE, ROLES, SPEECH_VERBS, verbs_in
from reader.analysis.quotes.people import Candidate, People
from reader.analysis.quotes.voices import (
    BY_PRONOUN,
    BY_UNKNOWN,
    FOCUS_REACH,
    NOBODY,
    Attribution,
    first_after,
    resolved,
    subject_before,
)
from reader.models.annotations import Kind

BEFORE_REACH: Final = 400
"""Characters searched before a quotation for its verb."""
_GOES_ON = re.compile(
    r"(?:\b(?:and|but|then|also|by|while|when|in|for|before|after)|,)\s+(?:(?:also|then|later|further)\s+)?$"
)
_IN_WORDS = re.compile(r"\bin (?:his|her) (?:own )?words\b")
_TOLD_BY = re.compile(r"\b(?:told|assured|warned|informed|advised|reminded) by\b(?=[^.;:]{2,120} that\s*$)")
"""A passive whose agent speaks ("he had been assured by the bank's Ann Lee that “…”")."""
_TOLD = re.compile(
    r"\b(?:told|tells|telling|asked|reminded|warned|informed|wrote to|said to|speaking to)\s[^.;:]{0,40}$"
)
"""Verbs whose object, and not their subject, stands before the colon ("Lee told the daily Post: “…”")."""
_AIMED = re.compile(r"\b(?:on|about|at|in|with|for|of|to|against) (?:(?:the|his|her|its|\w{2,20}[’']s) )?$")
"""What stands before a name that is no speaker, although a colon follows ("wrote on Agora: “…”")."""
_OF_OUTLET = re.compile(r", ?(?:[a-z]{2,12} (?:of|at|for) )?(?:[Tt]he )?")
"""Between a person and the body that the person is of, before a colon ("Ann Lee, editor of The Harbour Post: “…”")."""
MOST_VERBS: Final = 8
"""Verbs of saying before a quotation that are looked at, the nearest: no sentence of a report has more."""
NAME_REACH: Final = 60
"""Characters before a verb in which a name stands that no mention covers."""
_LAST_NAME = re.compile(r"(?<!\S)(?:[^\W\d_a-z][\w’'&-]* ){1,4}$")
_COLON_NAME = re.compile(r"\s*(?::|[—–-])\s*$")


def said_before(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """The attribution in the sentence's part ``hidden[start:end]`` before a quotation; None if there is none."""
    start = max(start, end - BEFORE_REACH)
    named = _named_before_colon(hidden, people, start, end) or _told_by(hidden, people, start, end)
    if named is not None:
        return named
    verbs = list(verbs_in(hidden, start, end))[-MOST_VERBS:]
    said = _inserted(hidden, people, start, verbs) or _by_verbs(hidden, people, start, end, verbs)
    if said is not None:
        return said if said.cue else None
    according = ACCORDING.search(hidden, start, end)
    if according is not None:
        return first_after(people, according.end(), end, according.group())
    return _in_words(hidden, people, start, end) or _before_colon(hidden, people, start, end)


def _by_verbs(hidden: str, people: People, start: int, end: int, verbs: Sequence[re.Match[str]]) -> Attribution | None:
    """The subject of the last verb of saying that has one; ``NOBODY`` if the verb beside the quotation has none."""
    for number in range(len(verbs) - 1, -1, -1):
        verb = verbs[number]
        subject = _subject_of_verb(hidden, people, start, verbs, number)
        voice = resolved(people, subject, verb.group()) if subject is not None else None
        if voice is not None and (voice.speaker or _is_somebody(subject)):
            return voice
        name = people.unknown_name(_word_start(hidden, start, verb.start()), verb.start())
        if subject is None and name is not None:
            return Attribution(name, verb.group(), BY_UNKNOWN)
        if not hidden[verb.end() : end].strip(" ,:") and verb.group() in SPEECH_VERBS:
            return NOBODY
    return None


def _is_somebody(subject: Candidate | None) -> bool:
    """Whether it is someone without a name ("a resident"), so that nobody else is meant; "they" may be many."""
    return subject is not None and subject.unnamed


def _word_start(hidden: str, start: int, end: int) -> int:
    """Where the capitalised words right before ``end`` begin; ``end`` if there are none."""
    match = _LAST_NAME.search(hidden, max(start, end - NAME_REACH), end)
    if match is None or (match.start() == start and match.group().count(" ") == 1):
        return end  # one word at the start of a sentence is capitalised anyway
    return match.start()


def _named_before_colon(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """The name right before a colon or a dash ("Reyes: “…”"), unless it is the one spoken to or about."""
    colon = _COLON_NAME.search(hidden, max(start, end - 3), end)
    found = people.candidates(start, end) if colon is not None else []
    if colon is None or not found or hidden[found[-1].end : colon.start()].strip():
        return None
    if _TOLD.search(hidden, start, found[-1].start) or _AIMED.search(hidden, start, found[-1].start):
        return None
    named = found[-1]
    if len(found) > 1 and _OF_OUTLET.fullmatch(hidden, found[-2].end, named.start) and _is_person(found[-2]):
        named = found[-2]
    return resolved(people, named, ":")


def _is_person(candidate: Candidate) -> bool:
    return candidate.mention is not None and candidate.mention.kind is Kind.PERSON


def _told_by(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """The agent of a passive, a person rather than the body that the person speaks for."""
    told = _TOLD_BY.search(hidden, start, end)
    if told is None:
        return None
    tellers = [candidate for candidate in people.candidates(told.end(), end) if candidate.mention is not None]
    persons = [teller for teller in tellers if teller.mention and teller.mention.kind is Kind.PERSON]
    teller = next(iter([*persons, *tellers]), None)
    return resolved(people, teller, told.group()) if teller is not None else None


def _inserted(hidden: str, people: People, start: int, verbs: Sequence[re.Match[str]]) -> Attribution | None:
    """An attribution between commas ("The town, Reyes said, had come to believe that “…”"): it covers all around it."""
    for verb in reversed(verbs):
        if hidden[verb.end() : verb.end() + 2] != ", ":
            continue
        found = people.candidates(max(start, verb.start() - 60), verb.start())
        if found and not hidden[found[-1].end : verb.start()].strip() and people.is_subject(found[-1], start):
            before = hidden[start : found[-1].start].rstrip()
            while before[-1:] not in {",", ""} and before.split()[-1].lower().rstrip(".") in ROLES | MALE | FEMALE:
                before = before[: before.rindex(before.split()[-1])].rstrip()
            if before.endswith(","):
                return resolved(people, found[-1], verb.group())
    return None


def _before_colon(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """The subject of the sentence before a colon ("Pike shot back: “…”")."""
    if not hidden[max(start, end - 4) : end].rstrip().endswith(":"):
        return None
    opening = next(
        (c for c in people.candidates(start, end) if people.is_subject(c, start) and c.surface != "it"), None
    )
    return resolved(people, opening, ":") if opening is not None else None


def _in_words(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """The person in focus before "in his words"."""
    worded = _IN_WORDS.search(hidden, start, end)
    if worded is None:
        return None
    person = people.in_focus(Kind.PERSON, worded.start(), max(0, worded.start() - FOCUS_REACH))
    return Attribution(people.name_of(person), worded.group(), BY_PRONOUN) if person else None


def _subject_of_verb(
    hidden: str, people: People, start: int, verbs: Sequence[re.Match[str]], number: int
) -> Candidate | None:
    """The subject of one of a sentence's verbs of saying: the nearest name before it that can be.

    What goes on (“and said”, “, adding”) has the subject of the verb before it, or else the first of the sentence.
    """
    verb = verbs[number]
    goes_on = _GOES_ON.search(hidden, max(start, verb.start() - 12), verb.start()) is not None
    subjects = [c for c in people.candidates(start, verb.start()) if people.is_subject(c, start)]
    if not subjects:
        return None
    beside = not hidden[subjects[-1].end : verb.start()].strip(" ,")
    if goes_on and (not beside or verb.group().endswith("ing")):
        if number > 0:
            return _subject_of_verb(hidden, people, start, verbs, number - 1)
        return next(
            (c for c in subjects if not c.unnamed and (c.mention is None or c.mention.kind is not Kind.PLACE)),
            subjects[0],
        )
    return subject_before(hidden, people, start, verb.start())
