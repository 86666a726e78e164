"""What the persons of an article are: the roles and pronouns that the words around their names give them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from reader.analysis.given_names import pronoun_of
from reader.analysis.quotes.cues import FEMALE, MALE, ROLE_KIN, ROLES, TITLE_WORDS, VERB
from reader.models.annotations import Kind, Mention

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TITLE_WORD = re.compile(r"[’']s\b|[^\W\d_]+(?:-[^\W\d_]+)*|\S")
_APPOSED = re.compile(r",\s+(?:who is |who was )?(?:the |a |an |its |his |her )?(?P<role>[^,.;:“”\"]{3,60})(?=[,.;:])")
TITLE_LIMIT: Final = 7
"""Words of a title or an apposition that are looked at."""
ROLE_REACH: Final = 60
"""Characters before a name among which its title stands."""
LOOK_AHEAD: Final = 20
"""Mentions after an office among which the one who holds it is looked for: some three paragraphs."""
SEARCH_LIMIT: Final = 400
"""Mentions searched backwards for a role: a long article's worth; keeps the whole linear."""
EXCLUSIVE: Final = frozenset(
    {"judge", "prosecutor", "magistrate", "coroner", "referee", "minister", "president", "mayor"}
)
"""Roles that exclude each other: whoever has another one in the text is not meant."""


class Offices:
    """Who holds which role where in an article."""

    def __init__(self, text: str, mentions: Sequence[Mention], names: Sequence[str]) -> None:
        """``mentions`` in reading order; ``names`` are the full names of those that are mentioned."""
        self._text = text
        self._mentions = mentions
        self._names = names
        self._starts = [mention.start for mention in mentions]
        self._pronouns: dict[str, str] = {}
        self._roles = [self._role_words(index) for index in range(len(mentions))]
        self._all: dict[str, frozenset[str]] = {}
        for mention, name, roles in zip(mentions, names, self._roles, strict=True):
            if mention.kind is Kind.PERSON:
                self._all[name] = self._all.get(name, frozenset()) | roles

    def pronoun(self, name: str) -> str | None:
        """The pronoun, "he" or "she", by which a person goes, as far as titles and given names tell."""
        return self._pronouns.get(name) or pronoun_of(name)

    def holder_before(self, noun: str, at: int) -> Mention | None:
        """The last person before ``at`` who was given the role ``noun`` or one akin to it."""
        reach = bisect_left(self._starts, at)
        return self._holder(noun, range(reach - 1, max(-1, reach - 1 - SEARCH_LIMIT), -1))

    def holder_after(self, noun: str, at: int) -> Mention | None:
        """The first person after ``at`` who has the role: reports quote "the judge" before they name her."""
        first = bisect_left(self._starts, at)
        return self._holder(noun, range(first, min(len(self._mentions), first + LOOK_AHEAD)))

    def holds_other(self, name: str, noun: str) -> bool:
        """Whether the text gives a person roles, but never this one: a chairman is not "the judge"."""
        roles = self._all.get(name, frozenset())
        return noun in EXCLUSIVE and bool(roles) and roles.isdisjoint(_kin(noun))

    def _holder(self, noun: str, indexes: range) -> Mention | None:
        wanted = _kin(noun)
        return next(
            (
                self._mentions[index]
                for index in indexes
                if self._mentions[index].kind is Kind.PERSON and self._roles[index] & wanted
            ),
            None,
        )

    def _role_words(self, index: int) -> frozenset[str]:
        """The roles that the words around a name give: a title right before it, an apposition right after it."""
        mention = self._mentions[index]
        floor = max(mention.start - ROLE_REACH, self._mentions[index - 1].end if index else 0)
        if index and self._mentions[index - 1].kind is not Kind.PERSON:
            floor = mention.start - ROLE_REACH
        found: set[str] = set()
        before = self._text[max(0, floor) : mention.start].rstrip(" ,\u00a0").removesuffix(".")
        for word in reversed(_TITLE_WORD.findall(before)[-TITLE_LIMIT:]):
            if mention.kind is Kind.PERSON and word.lower() in MALE | FEMALE:
                self._pronouns[self._names[index]] = "he" if word.lower() in MALE else "she"
            if not (word[0].isupper() or word in ROLES or word in TITLE_WORDS or word in {"'s", "’s", ","}):
                break
            found.add(word.lower())
        apposed = _APPOSED.match(self._text, mention.end, mention.end + 90)
        if apposed and not VERB.search(apposed["role"]):
            found.update(word.lower() for word in _WORD.findall(apposed["role"])[:TITLE_LIMIT])
        return frozenset(found & ROLES)


def _kin(noun: str) -> frozenset[str]:
    return ROLE_KIN.get(noun, frozenset()) | {noun}
