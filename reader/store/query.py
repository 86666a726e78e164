"""The filter language: words, "a phrase", -not, OR, fields. From a query's text to its meaning; no database here.

query  = group (OR group)*          a group's terms must all match; AND between them says the same
term   = [- | NOT] (field:value | word | "a phrase" | [is:]unread | [is:]starred | is:changed | is:noted)

OR, AND and NOT may be written small; to look for these words, put them in quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.errors import QueryError
from reader.store.folding import WORD, fold


class Field(StrEnum):
    """What a term looks at."""

    TEXT = "text"
    PERSON = "person"
    ORG = "org"
    PLACE = "place"
    GROUP = "group"
    ENTITY = "entity"
    WITH = "with"
    NOTE = "note"
    EVENT = "event"
    OUTLET = "outlet"
    SOURCE = "source"
    TAG = "tag"
    TITLE = "title"
    AUTHOR = "author"
    LANG = "lang"
    DATE = "date"
    AFTER = "after"
    BEFORE = "before"
    UNREAD = "unread"
    STARRED = "starred"
    CHANGED = "changed"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Term:
    """One condition.

    Attributes:
        value: the words asked for, as written; of a date field the date; "" for unread and starred.
        negated: whether articles must not meet it.
        position: index into the query where it begins.
    """

    field: Field
    value: str
    negated: bool
    position: int


@dataclass(frozen=True, slots=True)
class Query:
    """Groups of terms: an article matches if it meets all terms of some group. Without groups, all articles match."""

    groups: tuple[tuple[Term, ...], ...]


_NAMED = {field.value: field for field in Field} | {"people": Field.PERSON, "organisation": Field.ORG}
_FLAGS = {"unread": Field.UNREAD, "starred": Field.STARRED}
_STATES = {**_FLAGS, "changed": Field.CHANGED, "noted": Field.NOTED}
_PREFIXED = {name: field for name, field in _NAMED.items() if field not in _STATES.values()}
_IS = "is"
_DATED = {Field.DATE, Field.AFTER, Field.BEFORE}
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_TOKEN = re.compile(r'(?P<minus>-?)(?:(?P<name>[A-Za-z]+):)?(?:(?P<open>["“”„])|(?P<word>\S*))')
_OPERATOR = re.compile(r"(?:OR|AND|NOT)(?=\s|$)", re.IGNORECASE)
_CLOSING = '"“”'

MOST_TERMS = 100
"""Terms of a query; SQLite's expressions may be a thousand deep, and no person types so many."""

FIELDS = (
    "person, org, place, group, entity, with, event, outlet, source, tag, title, author, lang, note, date, after, "
    "before, is"
)
"""The names of the fields, as shown to a person."""


def parse(text: str) -> Query:
    """What a query means.

    Raises:
        QueryError: it breaks off somewhere; the sentence says why and the position where.
    """
    groups: list[tuple[Term, ...]] = []
    terms: list[Term] = []
    place = _skip(text, 0)
    awaiting: tuple[str, int] | None = None
    negated = False
    while place < len(text):
        if word := _OPERATOR.match(text, place):
            operator = word[0].upper()
            if operator != "NOT" and not terms:
                raise QueryError(f"{operator} needs something before it.", place)
            if operator == "OR":
                groups.append(tuple(terms))
                terms = []
            negated = operator == "NOT"
            awaiting, place = (operator, place), _skip(text, word.end())
            continue
        if sum(map(len, groups)) + len(terms) == MOST_TERMS:
            raise QueryError(f"A query has at most {MOST_TERMS} terms.", place)
        term, place = _term(text, place)
        if term is not None:
            terms.append(replace(term, negated=True) if negated else term)
            awaiting, negated = None, False
        place = _skip(text, place)
    if awaiting is not None:
        raise QueryError(f"{awaiting[0]} needs something after it.", awaiting[1])
    if not terms and text.strip():
        raise QueryError(f"“{text.strip()}” has no letter or digit to look for.", _skip(text, 0))
    return Query((*groups, tuple(terms)) if terms else ())


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _term(text: str, start: int) -> tuple[Term | None, int]:
    """The term at ``start``, None if it says nothing, and where it ends."""
    token = _TOKEN.match(text, start)
    if token is None:
        raise QueryError("This cannot be understood.", start)
    name = (token["name"] or "").lower()
    negated = bool(token["minus"])
    if token["open"]:
        end = min((at for mark in _CLOSING if (at := text.find(mark, token.end())) >= 0), default=-1)
        if end < 0:
            raise QueryError("The quote is not closed.", token.start("open"))
        value, after = text[token.end() : end], end + 1
    else:
        value, after = token["word"], token.end()
    if name == _IS:
        return Term(_state(value, token.start("name")), "", negated, start), after
    if name and name not in _PREFIXED:
        raise QueryError(f"There is no field “{name}:”; there are {FIELDS}.", token.start("name"))
    if not name and not token["open"] and (flag := _FLAGS.get(value.lower())):
        return Term(flag, "", negated, start), after
    field = _PREFIXED[name] if name else Field.TEXT
    if not WORD.search(fold(value)):
        if name or negated:
            raise QueryError(f"“{text[start:after]}” needs a value.", after)
        return None, after
    if field in _DATED and not _DATE.fullmatch(value):
        raise QueryError("A date is written 2023, 2023-04 or 2023-04-19.", token.start("word"))
    return Term(field, value, negated, start), after


def _state(value: str, position: int) -> Field:
    state = _STATES.get(value.lower())
    if state is None:
        raise QueryError(f"“is:” is followed by {', '.join(_STATES)}.", position)
    return state
