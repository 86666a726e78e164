"""Who said it: the speaker of each quotation, guessed from the verb of saying beside it.

After the quotation (“…,” says Cohen), before it (Cohen said, “…”), by what it continues, or by the name under a pull
quote. A guess: pronouns and role nouns go to the last person in focus; where nothing speaks for anyone it is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reader.analysis.quotes.cues import ACCORDING, ROLES, SPEECH_VERBS, verbs_in
from reader.analysis.quotes.people import Candidate, People
from reader.models.annotations import Kind

BY_NAME: Final = 0.9
BY_ROLE: Final = 0.6
BY_PRONOUN: Final = 0.7
BY_CONTINUATION: Final = 0.7
BY_PULL_QUOTE: Final = 0.9
BY_NEIGHBOUR: Final = 0.4
"""Confidences: they rank the ways by how directly the text says it; set by judgement, not measured."""

AFTER_REACH: Final = 160
BEFORE_REACH: Final = 400
FOCUS_REACH: Final = 1200
OPENING_REACH: Final = 40
"""Characters searched after and before a quotation for its verb, and back for the person in focus."""

_RELATIVE = re.compile(r"\b(?:which|who|that|but|and|while|as|after|before|when|because|although|even)\b")
_ASIDE = re.compile(r"(?<=\w),\s[^,]{3,100},\s$")
"""An aside between a name and its verb ("Reyes, who has led the board since May, told")."""
_GOES_ON = re.compile(r"(?:\b(?:and|but|then|also)|,)\s+(?:(?:also|then|later|further)\s+)?$")
_COMPLEMENT = re.compile(r"\s+(?:that|how|why|what|whether|it|in|on|at|to)\b")
"""What follows a verb that has its subject before the quotation (“…,” says that …)."""
_IN_WORDS = re.compile(r"\bin (?:his|her) (?:own )?words\b")
_TOLD_BY = re.compile(r"\b(?:told|assured|warned|informed|advised|reminded) by\b(?=[^.;:]{2,120} that\s*$)")
"""A passive whose agent speaks ("he had been assured by the bank's Ann Lee that “…”")."""
_CREDITED = re.compile(r"[ ,]{0,3}(?:according to|in the words of) ", re.IGNORECASE)
"""What right after a quotation names its speaker, whoever speaks before it."""
_TOLD = re.compile(
    r"\b(?:told|tells|telling|asked|reminded|warned|informed|wrote to|said to|speaking to)\s[^.;:]{0,40}$"
)
"""Verbs whose object, and not their subject, stands before the colon ("Lee told the daily Post: “…”")."""
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
    credited = _CREDITED.match(hidden, end) is not None
    chosen = (after or before) if credited or inner_end in {",", "?", "!", "—", "–"} else (before or after)
    return chosen or _participle(hidden, people, quote, bounds) or _split(hidden, people, quote, bounds) or NOBODY


def _split(hidden: str, people: People, quote: tuple[int, int], bounds: tuple[int, int]) -> Attribution | None:
    """A subject before ("Bayramov, whose country supports “…,” says that")."""
    verb = next(verbs_in(hidden, quote[1], min(bounds[1], quote[1] + AFTER_REACH)), None)
    if verb is None or hidden[quote[1] : verb.start()].strip(" ,\u00a0"):
        return None
    found = people.candidates(max(bounds[0], quote[0] - BEFORE_REACH), quote[0])
    subject = next((candidate for candidate in found if people.is_subject(candidate, bounds[0])), None)
    return _resolved(people, subject, verb.group()) if subject else None


def subject_of(people: People, quote: tuple[int, int], bounds: tuple[int, int]) -> Attribution:
    """The one with whom the sentence begins: the last guess for words quoted in it without a verb of saying."""
    found = people.candidates(bounds[0], min(quote[0], bounds[0] + OPENING_REACH))
    if not found or found[0].unnamed or not people.is_subject(found[0], bounds[0]):
        return NOBODY
    voice = _resolved(people, found[0], "")
    return Attribution(voice.speaker, "", BY_NEIGHBOUR) if voice and voice.speaker else NOBODY


def _participle(hidden: str, people: People, quote: tuple[int, int], bounds: tuple[int, int]) -> Attribution | None:
    """A participle: "After praising “…,” Reyes flew home": the verb before has its subject after the quotation."""
    verb = next(verbs_in(hidden, max(bounds[0], quote[0] - BEFORE_REACH), quote[0]), None)
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
    verb = next(verbs_in(hidden, start, end), None)
    if verb is None:
        return None
    aside = _ASIDE.search(hidden, start, verb.start())
    named_end = aside.start() if aside else verb.start()
    between = hidden[start:named_end]
    if _RELATIVE.search(between):
        return _in_passing(hidden, people, start, end) or _named_next(hidden, people, start, end)
    subject = _subject_before(hidden, people, start, named_end)
    if subject is not None and subject.noun and aside is not None:
        subject = _named_in(people, aside.start(), verb.start()) or subject
    if subject is not None:
        return _resolved(people, subject, verb.group())
    if between.strip(" ,\u00a0—–-") or _COMPLEMENT.match(hidden, verb.end(), end):
        return None
    return _first_after(people, verb.end(), min(end, verb.end() + 80), verb.group())


def _named_in(people: People, start: int, end: int) -> Candidate | None:
    """The person whom an aside names ("its spokesman, Ivan Petrenko, said")."""
    found = people.candidates(start, end)
    return next((c for c in found if c.mention is not None and c.mention.kind is Kind.PERSON), None)


def _in_passing(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """An attribution later in the sentence, between commas ("“…” and much else, he explained.")."""
    for verb in verbs_in(hidden, start, end):
        if hidden[verb.end() : verb.end() + 1] not in {".", ",", ""}:
            continue
        subjects = people.candidates(max(start, verb.start() - 60), verb.start())
        if subjects and not hidden[subjects[-1].end : verb.start()].strip():
            before = hidden[start : subjects[-1].start].rstrip()
            if subjects[-1].mention is None and before.endswith(","):
                return _resolved(people, subjects[-1], verb.group())
            if subjects[-1].mention is not None and "," in before[-40:]:
                return _resolved(people, subjects[-1], verb.group())
    return None


def _named_next(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """A person right after the quotation whose verb comes after an aside ("“…,” Ann Lee, a pilot who left, warned")."""
    found = people.candidates(start, end)
    named = found[0] if found else None
    if named is None or named.mention is None or named.mention.kind is not Kind.PERSON:
        return None
    if hidden[start : named.start].strip(" ,\u00a0") or hidden[named.end : named.end + 1] != ",":
        return None
    verb = next(
        (verb for verb in verbs_in(hidden, named.end, end) if hidden[verb.start() - 2 : verb.start()] == ", "), None
    )
    return _resolved(people, named, verb.group()) if verb else None


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
        told = _TOLD.search(hidden, start, found[-1].start) if found else None
        if found and told is None and not hidden[found[-1].end : colon.start()].strip():
            return _resolved(people, found[-1], ":")
    told = _TOLD_BY.search(hidden, start, end)
    if told is not None:
        teller = next((c for c in people.candidates(told.end(), end) if c.mention is not None), None)
        people_told = [c for c in people.candidates(told.end(), end) if c.mention and c.mention.kind is Kind.PERSON]
        teller = people_told[0] if people_told else teller
        return _resolved(people, teller, told.group()) if teller else None
    for verb in reversed(list(verbs_in(hidden, start, end))):
        subject = _subject_before(hidden, people, start, verb.start())
        voice = _resolved(people, subject, verb.group()) if subject is not None else None
        if voice is not None and (voice.speaker or (subject and subject.unnamed)):
            return voice
        if not hidden[verb.end() : end].strip(" ,:") and verb.group() in SPEECH_VERBS:
            return None
    according = ACCORDING.search(hidden, start, end)
    if according is not None:
        return _first_after(people, according.end(), end, according.group())
    return _in_words(hidden, people, start, end) or _before_colon(hidden, people, start, end)


def _before_colon(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """The subject of the sentence before a colon ("Pike shot back: “…”")."""
    if not hidden[max(start, end - 4) : end].rstrip().endswith(":"):
        return None
    opening = next(
        (c for c in people.candidates(start, end) if people.is_subject(c, start) and c.surface != "it"), None
    )
    return _resolved(people, opening, ":") if opening is not None else None


def _in_words(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """The person in focus before "in his words"."""
    worded = _IN_WORDS.search(hidden, start, end)
    if worded is None:
        return None
    person = people.in_focus(Kind.PERSON, worded.start(), max(0, worded.start() - FOCUS_REACH))
    return Attribution(people.name_of(person), worded.group(), BY_PRONOUN) if person else None


def _subject_before(hidden: str, people: People, start: int, end: int) -> Candidate | None:
    """The subject of the verb at ``end``: the nearest one before it.

    Of a verb that goes on ("and said", ", adding") it is the first one of the sentence.
    """
    subjects = [candidate for candidate in people.candidates(start, end) if people.is_subject(candidate, start)]
    if not subjects:
        return None
    goes_on = _GOES_ON.search(hidden, max(start, end - 12), end) is not None
    beside = not hidden[subjects[-1].end : end].strip(" ,")
    return subjects[0] if goes_on and not beside else subjects[-1]


def _resolved(people: People, subject: Candidate, cue: str) -> Attribution | None:
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
    meant = people.in_focus(Kind.ORG if word == "it" else Kind.PERSON, subject.start, back, word)
    return Attribution(people.name_of(meant), cue, BY_PRONOUN) if meant else None


def _with_role(people: People, subject: Candidate, cue: str, back: int) -> Attribution:
    """The one who has the role or is the body that a noun names; for a role, else the person in focus."""
    meant = people.with_role(subject.noun, subject.start)
    if meant is None:
        body = people.in_focus(Kind.ORG, subject.start, back)
        meant = body if body is not None and subject.noun in people.name_of(body).lower() else None
    if meant is not None:
        return Attribution(people.name_of(meant), cue, BY_ROLE)
    person = people.in_focus(Kind.PERSON, subject.start, back) if subject.noun in ROLES else None
    if person is None or people.holds_other_role(person, subject.noun):
        person = people.next_with_role(subject.noun, subject.start)
    return Attribution(people.name_of(person), cue, BY_NEIGHBOUR) if person else Attribution(None, cue, 0.0)


def person_in_focus(people: People, at: int, floor: int) -> Attribution:
    """The person of the sentence before a quotation that stands alone."""
    person = people.in_focus(Kind.PERSON, at, floor)
    return Attribution(people.name_of(person), "", BY_NEIGHBOUR) if person and person.kind is Kind.PERSON else NOBODY
