"""Attributions after a quotation: “…,” said Reyes; “…,” Reyes, a pilot who left, warned; “…,” as Reyes put it."""

from __future__ import annotations

import re
from typing import Final

from reader.analysis.quotes.cues import ACCORDING, INVERTED_VERBS, ROLES, verbs_in
from reader.analysis.quotes.people import Candidate, People
from reader.analysis.quotes.voices import BY_UNKNOWN, Attribution, first_after, resolved, subject_before
from reader.models.annotations import Kind

AFTER_REACH: Final = 160
"""Characters searched after a quotation for its verb."""
ASIDES_REACH: Final = 320
"""Characters after a quotation for the verb of the person named right behind it, past long asides."""
ACCORDING_REACH: Final = 30
SUBJECT_REACH: Final = 80
"""Characters after a quotation in which "according to" credits it, and after its verb in which its subject stands."""
_RELATIVE = re.compile(r"\b(?:which|who|that|but|and|while|as|after|before|when|because|although|even)\b")
_ASIDE = re.compile(r"(?<=\w),\s[^,]{3,100},\s$")
"""An aside between a name and its verb ("Reyes, who has led the board since May, told")."""
_COMPLEMENT = re.compile(r"\s+(?:that|how|why|what|whether|it|in|on|at|to)\b")
"""What follows a verb that has its subject before the quotation (“…,” says that …)."""
_NAME_BEHIND = re.compile(r" (?:[Tt]he )?[^\W\d_a-z][\w’'&-]*(?: [^\W\d_a-z][\w’'&-]*){0,3}(?=[,.;]|$)")
"""Capitalised words right behind a verb (“…,” reports The Harbour Observer)."""
_ANY_VERB = re.compile(r" (?:\w+ly )?[a-z]+(?:ed|es|s)\b(?! (?:by|with|to)\b)")
"""What reads as a verb after a name: a last resort, for the many rarer verbs of speech."""
_NAMED_AS = re.compile(r"[ ,\u00a0]{1,3}as (?=[^.;:]{2,80})")
"""An attribution by "as" after the quotation ("“…,” as Reyes put it")."""


def said_after(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """The attribution in the sentence's rest ``hidden[start:end]`` after a quotation; None if there is none."""
    end = min(end, start + AFTER_REACH)
    according = ACCORDING.search(hidden, start, min(end, start + ACCORDING_REACH))
    if according is not None:
        return first_after(people, according.end(), end, according.group())
    verb = next(verbs_in(hidden, start, end), None)
    if verb is None:
        return None
    named_as = _NAMED_AS.match(hidden, start, end)
    if named_as is not None:
        subject = subject_before(hidden, people, named_as.end(), verb.start())
        return resolved(people, subject, verb.group()) if subject is not None else None
    return _inverted(hidden, people, start, end) or _by_verb(hidden, people, start, end, verb)


def _by_verb(hidden: str, people: People, start: int, end: int, verb: re.Match[str]) -> Attribution | None:
    """The subject of the first verb of saying after a quotation: before it, or right behind it (“…,” said Reyes)."""
    aside = _ASIDE.search(hidden, start, verb.start())
    named_end = aside.start() if aside else verb.start()
    between = hidden[start:named_end]
    if _RELATIVE.search(between):
        return _in_passing(hidden, people, start, end) or named_next(hidden, people, start, end)
    subject = subject_before(hidden, people, start, named_end)
    if subject is not None and subject.noun and aside is not None:
        subject = _named_in(people, aside.start(), verb.start()) or subject
    if subject is not None:
        return resolved(people, subject, verb.group())
    unknown = people.unknown_name(start, verb.start())
    if unknown is not None:
        return Attribution(unknown, verb.group(), BY_UNKNOWN)
    if between.strip(" ,\u00a0—–-") or _COMPLEMENT.match(hidden, verb.end(), end):
        return None
    behind = _NAME_BEHIND.match(hidden, verb.end(), end)
    name = people.unknown_name(behind.start(), behind.end()) if behind else None
    if name is not None and verb.group() in INVERTED_VERBS:
        return Attribution(name, verb.group(), BY_UNKNOWN)
    return first_after(people, verb.end(), min(end, verb.end() + SUBJECT_REACH), verb.group())


def _inverted(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """A verb after a comma with its subject behind it ("“…” for the town, said Ann Lee")."""
    for verb in verbs_in(hidden, start, end):
        if hidden[verb.start() - 2 : verb.start()] != ", " or verb.group() not in INVERTED_VERBS:
            continue
        found = people.candidates(verb.end(), end)
        if found and hidden[verb.end() : found[0].start].strip() in {"", "the"}:
            return first_after(people, verb.end(), end, verb.group())
    return None


def named_right_after(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """The name or pronoun right after a quotation that its comma, question or cry leads to: “…,” Reyes fumed."""
    end = min(end, start + AFTER_REACH)
    found = people.candidates(start, end)
    if not found or hidden[start : found[0].start].strip(" \u00a0") or not people.is_subject(found[0], start):
        return None
    return resolved(people, found[0], "") if _ANY_VERB.match(hidden, found[0].end, end) else None


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
                return resolved(people, subjects[-1], verb.group())
            if subjects[-1].mention is not None and "," in before[-40:]:
                return resolved(people, subjects[-1], verb.group())
    return None


def named_next(hidden: str, people: People, start: int, end: int) -> Attribution | None:
    """A person right after the quotation whose verb comes after an aside ("“…,” Ann Lee, a pilot who left, warned")."""
    end = min(end, start + ASIDES_REACH)
    found = people.candidates(start, end)
    named = found[0] if found else None
    if named is None or named.mention is None or named.mention.kind is not Kind.PERSON:
        return None
    title = hidden[start : named.start].replace(",", " ").split()
    if not all(word[0].isupper() or word in ROLES for word in title) or hidden[named.end : named.end + 1] != ",":
        return None
    verb = next(
        (
            verb
            for verb in verbs_in(hidden, named.end, end)
            if hidden[verb.start() - 2 : verb.start()] in {", ", "— ", "– ", "- "}
        ),
        None,
    )
    return resolved(people, named, verb.group()) if verb else None
