"""The possible speakers of an article: names, pronouns and role nouns, and the name that each stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.analysis.quotes.cues import (
    BODIES,
    CLAUSE_OPENERS,
    DOCUMENTS,
    MANY,
    MODIFIED,
    NO_SUBJECT,
    PARTISANS,
    ROLES,
    TITLE_WORDS,
    VERB,
    any_of,
)
from reader.analysis.quotes.offices import ROLE_REACH, TITLE_LIMIT, Offices
from reader.analysis.quotes.surnames import bare_name, full_names, with_bare_surnames
from reader.analysis.wordlists import words
from reader.models.annotations import Kind, Mention

_SPEAKING: Final = frozenset({Kind.PERSON, Kind.ORG, Kind.PLACE})
_DOCUMENT = re.compile(rf"\b(?:{any_of(DOCUMENTS)}),?\s+(?:by|from|of)\s+(?:(?:the|a|an)\s+)?(?:\w{{2,20}}[’']s\s+)?$")
_BEFORE_WORD = re.compile(r"[^\W_][\w’'.-]*[ \u00a0]{1,2}$")
"""The last word before a name; not across a quotation, nor across any mark but the points of "Sen." and "Jr."."""
_DETERMINERS: Final = words("the a an his her its their our")
TITLE_REACH: Final = 8
"""Words before a name that may be its title and article."""
_CAPITALISED = re.compile(
    r"[ ,]*(?:[Tt]he )?(?P<name>[^\W\d_a-z][\w’'&.-]*[^\W_](?: (?:of |for )?[^\W\d_a-z][\w’'&-]*[^\W_]){0,4})[ ,]*"
)
_TOPIC = re.compile(r"(?:For|To)\s+(?:\w{1,20}\.?\s){0,3}")
"""An opening that names whom a sentence is about, without being its subject."""
_NO_NAMES: Final = (
    ROLES
    | MANY
    | words(
        "he she it they we you who i sen rep gov dr mr mrs ms prof gen col capt sgt "
        "lt maj adm cmdr cpl pvt det insp supt rev"
    )
)
"""Words that are capitalised before a name or alone, without being one."""
_SUBORDINATE = re.compile(r"(?:While|When|As|After|Before|If|Although|Though|Because|Since|Once)\b[^,;.]{0,200},")
"""A clause before the main one: whom it names is less in focus in the sentences after it."""
_UNNAMING: Final = ("a", "an", "one", "another", "’s", "'s", "his", "her", "their", "its")
"""Determiners under which a role noun names nobody that the text has named."""
_NOUNS: Final = any_of(ROLES | BODIES)
_REFERENCE = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]ho|[Tt]he \d{1,3}-year-old"
    rf"|[Tt]he (?:[A-Z][\w.]{{1,20}} ){{0,2}}(?P<partisan>{any_of(PARTISANS)})(?! [A-Z]))\b"
    rf"|\b(?P<many>(?i:{any_of(MANY)}))\b"
    r"|\b(?P<det>[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]n?|[Oo]ne|[Tt]his|[Tt]hat|[Aa]nother|\w{2,20}[’']s)"
    r"\s+(?:[\w’'-]{1,24}\s+){0,4}?"
    rf"(?P<noun>{_NOUNS})\b(?:\s+(?P<more>{_NOUNS})\b)?"
)
_MODIFIED = re.compile(rf"[ \u00a0](?:\w+-\w+ )?(?:{any_of(MODIFIED)})\b")
"""After a name they make it part of another one's description ("a Reyes supporter", "the Lee campaign")."""
_COMPOUND = re.compile(r"\.?-\w")
"""After a name it makes it a part of an adjective ("the Idaho Falls, Idaho-based firm")."""
_ROLE_NEXT = re.compile(rf"[ \u00a0](?:[a-z]+-?[a-z]* )?(?:{any_of(ROLES)})\b(?! [A-Z])")
"""A role after a name that owns it ("the House speaker said"); before another name it is that one's title."""
_VERB_NEXT = re.compile(rf",?\s+(?:\w+ly\s+|has\s+|had\s+|also\s+)?{VERB.pattern}")
_CREDIT_END = re.compile(rf"\s+(?:{VERB.pattern})[.,]")
_OFFICE_BEFORE = re.compile(rf"\b(?i:{any_of(ROLES)})[ \u00a0]$")
"""An office that a preposition goes on with ("Secretary of State", "minister for trade")."""
LONGEST_WORD: Final = 30
"""Characters of a word before a name, at most: longer ones are no words."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be the subject of a verb of saying: a name, or words that stand for one.

    Attributes:
        noun: the role or body it names ("the minister"), or "".
        unnamed: whether it is someone without a name ("a resident", "officials").
    """

    start: int
    end: int
    surface: str
    mention: Mention | None
    noun: str
    unnamed: bool = False

    @property
    def is_owned(self) -> bool:
        """Whether it is somebody's ("his lawyer", "Webb's brother"), so that the owner is not meant."""
        owner = self.surface.split()[0].lower()
        return owner in {"his", "her", "their", "its"} or owner.endswith(("’s", "'s"))


class People:
    """Who is named where in an article, looked up by offset. Quoted words are hidden: nobody in them is a speaker."""

    def __init__(self, text: str, hidden: str, mentions: Sequence[Mention], sentence_starts: Sequence[int]) -> None:
        """``hidden`` is ``text`` with every quoted stretch blanked, of the same length."""
        self._sentence_starts = sentence_starts
        self._text = text
        self._hidden = hidden
        mentions = [
            mention
            for mention in mentions
            if mention.kind is not Kind.PERSON or not text[mention.start : mention.end].endswith(tuple(PARTISANS))
        ]
        self._full = full_names(text, mentions)
        self._mentions = [
            mention for mention in with_bare_surnames(text, mentions, self._full) if mention.kind in _SPEAKING
        ]
        self._starts = [mention.start for mention in self._mentions]
        self._named = sorted(
            {(mention.start, mention.end, mention.kind is Kind.PLACE) for mention in (*mentions, *self._mentions)}
        )
        self._names = {" ".join(text[mention.start : mention.end].split()) for mention in self._mentions}
        self.offices = Offices(text, self._mentions, [self.name_of(mention) for mention in self._mentions])

    def name_of(self, mention: Mention) -> str:
        """The fullest name in the article of the one that is mentioned, without a possessive."""
        surface = bare_name(self._text[mention.start : mention.end])
        return self._full.get(surface, surface) if mention.kind is Kind.PERSON else surface

    def knows(self, name: str) -> bool:
        """Whether a person of this name is mentioned anywhere in the article."""
        return name in self._names

    def fullest(self, name: str) -> str:
        """The fullest form in the article of a person's name."""
        return self._full.get(name, name)

    def candidates(self, start: int, end: int) -> list[Candidate]:
        """Names, pronouns and role nouns outside quotations in ``text[start:end]``, in order."""
        found = [
            Candidate(mention.start, mention.end, self._text[mention.start : mention.end], mention, "")
            for mention in self._between(start, end)
        ]
        taken = [(candidate.start, candidate.end) for candidate in found]
        for match in _REFERENCE.finditer(self._hidden, start, end):
            if any(
                first < match.end() and match.start() < last and not self._is_owner(match, last)
                for first, last in taken
            ):
                continue
            unnamed = bool(match["many"]) or (match["det"] or "").lower() in {"a", "an", "one", "another"}
            found.append(
                Candidate(
                    match.start(), match.end(), match.group(), None, match["more"] or match["noun"] or "", unnamed
                )
            )
        return sorted(found, key=lambda candidate: candidate.start)

    def _is_owner(self, role: re.Match[str], end: int) -> bool:
        """Whether a name that ends at ``end`` only says whose role or body words name ("the House speaker")."""
        if role["partisan"]:
            return end < role.start("partisan")
        if not role["noun"] or end > role.start("noun"):
            return False
        return len(self._hidden[end : role.start("noun")].replace("’s", "").replace("'s", "").split()) <= 1

    def is_subject(self, candidate: Candidate, floor: int) -> bool:
        """Whether nothing speaks against it being a subject: no preposition before, no possessive after."""
        after = self._hidden[candidate.end : candidate.end + 2]
        if self._hidden[candidate.start - 1 : candidate.start] == "-" or _COMPOUND.match(self._hidden, candidate.end):
            return False
        if after in {"’s", "'s"} or (after[:1] in "’'" and after[1:] == " "):
            return False
        if candidate.mention is not None and (
            _MODIFIED.match(self._hidden, candidate.end) or _ROLE_NEXT.match(self._hidden, candidate.end)
        ):
            return False
        led_by = self._leading_word(candidate, floor)
        if led_by in NO_SUBJECT:
            before = self._hidden[max(floor, candidate.start - ROLE_REACH) : candidate.start]
            is_clause = led_by in CLAUSE_OPENERS and _VERB_NEXT.match(self._hidden, candidate.end) is not None
            if not is_clause and not _DOCUMENT.search(before):
                return False
        return not self._is_inside_title(candidate)

    def _leading_word(self, candidate: Candidate, floor: int) -> str:
        """The word before a name, its title and its article, in lower case ("with" before "President Aliyev")."""
        at = candidate.start
        for _ in range(TITLE_REACH if candidate.mention is not None else 1):
            match = _BEFORE_WORD.search(self._hidden, max(floor, at - LONGEST_WORD), at)
            if match is None:
                return ""
            word = match.group().strip(" \u00a0")
            folded = word.lower()
            is_person = candidate.mention is not None and candidate.mention.kind is Kind.PERSON
            if (
                is_person
                and folded in {"of", "for"}
                and _OFFICE_BEFORE.search(self._hidden, max(floor, at - ROLE_REACH), match.start())
            ):
                at = match.start()
                continue
            if folded in NO_SUBJECT or not (
                word[0].isupper()
                or folded in ROLES
                or folded in TITLE_WORDS
                or folded in _DETERMINERS
                or "-" in word
                or word.endswith(("’s", "'s"))
            ):
                return folded
            at = match.start()
        return ""

    def _is_inside_title(self, candidate: Candidate) -> bool:
        """Whether a place is only the owner or the first word of another name ("Iran foreign minister X")."""
        if candidate.mention is None:
            return False
        if self._person_titled_by(candidate.mention) is not None:
            return True
        if candidate.mention.kind is not Kind.PLACE:
            return False
        following = self._hidden[candidate.end : candidate.end + 30]
        return (
            re.match(r"\s+[A-Z]|\s+(?:[a-z-]+\s)?(?:minister|president|spokesman|ambassador)\b|-", following)
            is not None
        )

    def _person_titled_by(self, mention: Mention) -> Mention | None:
        """The person before whose name a body, a place or another person only stands as a part of the title.

        ("United Nations Secretary-General Pedro Alves", "former Reyes adviser Ann Lee".)
        """
        for index in range(bisect_right(self._starts, mention.start), len(self._mentions)):
            person = self._mentions[index]
            if person.start > mention.end + ROLE_REACH:
                return None
            if person.kind is not Kind.PERSON:
                continue
            title = self._hidden[mention.end : person.start].split()
            is_title = (
                0 < len(title) <= TITLE_LIMIT
                and all(word[0].isupper() or word in ROLES or word in TITLE_WORDS or "-" in word for word in title)
                and any(word.lower() in ROLES or "-" in word for word in title)
            )
            return person if is_title else None
        return None

    def unknown_name(self, start: int, end: int) -> str | None:
        """The capitalised words that ``text[start:end]`` is, if no mention touches them: a name overlooked."""
        match = _CAPITALISED.fullmatch(self._hidden, start, end)
        if match is None or not _NO_NAMES.isdisjoint(match["name"].lower().split()):
            return None
        place = bisect_left(self._named, (match.start("name"), 0, False))
        touching = self._named[max(0, place - 1) : place + 1]
        for first, last, is_place in touching:
            inside = is_place and match.start("name") <= first and last < match.end("name")
            if first < match.end("name") and match.start("name") < last and not inside:
                return None
        return bare_name(match["name"])

    def is_inserted(self, candidate: Candidate) -> bool:
        """Whether a pronoun and its verb only credit the words before them ("Webb is late, she said."): not its own."""
        before = self._hidden[max(0, candidate.start - 2) : candidate.start]
        return before == ", " and _CREDIT_END.match(self._hidden, candidate.end) is not None

    def sentence_start(self, at: int) -> int:
        """Where the sentence around an offset begins."""
        index = bisect_right(self._sentence_starts, at) - 1
        return self._sentence_starts[index] if index >= 0 else 0

    def titled(self, candidate: Candidate) -> Candidate:
        """The person of whose title a name is a part ("Idaho governor Ann Lee"); else the candidate itself."""
        if candidate.mention is None:
            return candidate
        person = self._person_titled_by(candidate.mention)
        return candidate if person is None else Candidate(person.start, person.end, "", person, "")

    def named_right_before(self, at: int) -> Mention | None:
        """The one whose name a relative "who" at ``at`` follows ("Joao Lima, who called")."""
        for mention in reversed(self._between(max(0, at - ROLE_REACH), at)):
            return mention if not self._hidden[mention.end : at].strip(" ,") else None
        return None

    def in_focus(self, kind: Kind, at: int, floor: int, pronoun: str = "") -> Mention | None:
        """The person or organisation that a pronoun at ``at`` most likely means, named not before ``floor``.

        The subject of the nearest sentence that names one, or the name it opens with ("For Reyes, …"): its first name
        in subject position; else any it names.
        """
        other: Mention | None = None
        end = at
        index = bisect_left(self._sentence_starts, at) - 1
        while index >= 0 and end > floor:
            start = max(self._sentence_starts[index], floor)
            named = [
                mention
                for mention in self._between(start, end)
                if mention.kind is kind and self._goes_by(mention, pronoun)
            ]
            opening = _SUBORDINATE.match(self._hidden, start, end) if end != at else None
            for mention in named:
                if opening is not None and mention.start < opening.end():
                    continue
                if self.is_subject(Candidate(mention.start, mention.end, "", mention, ""), start):
                    return mention
            other = other or (named[0] if named else None)
            if named and _TOPIC.fullmatch(self._hidden, start, named[0].start):
                return named[0]
            end, index = start, index - 1
        return other

    def _goes_by(self, mention: Mention, pronoun: str) -> bool:
        """Whether nothing said of a person speaks against the pronoun "he" or "she"."""
        if pronoun not in {"he", "she"} or mention.kind is not Kind.PERSON:
            return True
        return (self.offices.pronoun(self.name_of(mention)) or pronoun) == pronoun

    def is_unnamed_before(self, noun: str, at: int, floor: int) -> bool:
        """Whether a report speaks of one without a name by this noun before ``at`` ("a spokesman", "Webb's lawyer")."""
        last = None
        for match in _REFERENCE.finditer(self._hidden, floor, at):
            if noun in {match["noun"], match["more"]}:
                last = match
        return last is not None and (last["det"] or "").lower().endswith(_UNNAMING)

    def _between(self, start: int, end: int) -> list[Mention]:
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end - 1)
        return [
            mention for mention in self._mentions[first:last] if not self._hidden[mention.start : mention.end].isspace()
        ]
