"""Who or what takes part in a clause, in a form in which two sources can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.alignment.stemming import stem
from reader.analysis.comparison.facts.names import Named, name_of
from reader.models.annotations import NAMED_KINDS, Argument, Clause, Mention

_PRONOUNS = """
it he she they we i you him her them us me this that these those who which what one someone somebody everyone everybody
others itself himself herself themselves ourselves myself there its his their our something anything everything thing
things ones people both all many most some none few lot man men woman women person two three four five six seven eight
nine ten
"""
NOBODY = frozenset(_PRONOUNS.split())
"""Words that by themselves say of nobody who it is."""

_OTHER_ONE = """
more another other further additional new second third next last first previous former latest final earlier
"""
OTHERS = frozenset(_OTHER_ONE.split())
"""Words before a noun by which it is another one than that without them."""

_NUMERALS = (
    "two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands"
)
_MARKS = OTHERS | frozenset(_NUMERALS.split())
"""Those, and numbers: of one thing two sources may give two numbers."""

_LONGEST_MARK = 12
"""Characters before a phrase in which a word as "another" stands."""

_LAST_WORD = re.compile(r"([^\W_]+(?:['’-][^\W_]+)*?)(?:['’]s?)?\W*$")


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part, ``start`` to ``end`` in the article.

    Attributes:
        keys: what it is found by: the stem of its head, and the key of the name that it ends with.
        named: the name that it ends with, or None.
        marks: numbers and words as "another" that tell it from others of its kind.
    """

    start: int
    end: int
    keys: frozenset[str]
    named: Named | None
    marks: frozenset[str]


def parties_of(
    text: str, clause: Clause, role: str, mentions: Sequence[Mention], names: Mapping[int, str]
) -> Iterator[Party]:
    """Who takes part in a clause in a role, pronouns aside; ``mentions`` are those of its sentence."""
    for argument in clause.arguments:
        if argument.role == role:
            party = _party(text, argument, mentions, names)
            if party is not None:
                yield party


def _party(text: str, argument: Argument, mentions: Sequence[Mention], names: Mapping[int, str]) -> Party | None:
    phrase = text[argument.start : argument.end]
    match = _LAST_WORD.search(phrase)
    head = match[1].casefold() if match else ""
    if not head or head in NOBODY or head.isdigit():
        return None
    last = next((m for m in mentions if m.start < argument.end <= m.end and m.kind in NAMED_KINDS), None)
    named = name_of(text, last, names) if last is not None else None
    before = text[max(0, argument.start - _LONGEST_MARK) : argument.start].split()[-1:]  # "another" is no part of it
    marks = (word.casefold() for word in (*before, *phrase.split()[:-1]))
    return Party(
        argument.start,
        argument.end,
        frozenset({stem(head)} if named is None else {stem(head), named.key}),
        named,
        frozenset(mark for mark in marks if mark in _MARKS or mark[:1].isdigit()),
    )
