"""The rows of an archive that a filter query chooses; only the columns that it looks at are read for that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from reader.errors import QueryError
from reader.shards.files import read_columns, read_rows, shards_of
from reader.shards.rows import Row
from reader.store.folding import WORD, fold
from reader.store.query import Field, Query, Term, parse

_ALWAYS = "digest"
"""Rows without one are refused inputs."""

_COLUMNS: Mapping[Field, tuple[str, ...]] = {
    Field.TEXT: ("title", "text"),
    Field.PERSON: ("names",),
    Field.ORG: ("names",),
    Field.PLACE: ("names",),
    Field.GROUP: ("names",),
    Field.ENTITY: ("names",),
    Field.WITH: ("names",),
    Field.OUTLET: ("outlet",),
    Field.TITLE: ("title",),
    Field.AUTHOR: ("authors",),
    Field.LANG: ("language",),
    Field.DATE: ("published",),
    Field.AFTER: ("published",),
    Field.BEFORE: ("published",),
}
"""What each field of a query looks at. The others are about a library: events, sources, what was read."""

Values = Mapping[str, str]


def chosen_rows(archive: Path, query: str, stopped: Callable[[], bool] = lambda: False) -> Iterator[Row]:
    """The articles of an archive that meet a query, shard by shard; a few of them are in memory at a time.

    Args:
        archive: its folder.
        query: as lists are filtered by; "" for all articles.
        stopped: asked before each shard; once it says so, no more come.

    Raises:
        UsageError: there is no such archive.
        QueryError: the query cannot be understood, or asks what an archive does not know.
        InputError: a shard is damaged.
    """
    parsed = readable(query)
    columns = {name for group in parsed.groups for term in group for name in _COLUMNS[term.field]} | {_ALWAYS}
    for path in shards_of(archive):
        if stopped():
            return
        found = read_columns(path, columns)
        yield from read_rows(path, [number for number in range(len(found[_ALWAYS])) if _meets(found, number, parsed)])


def readable(query: str) -> Query:
    """What a query means in an archive.

    Raises:
        QueryError: as ``chosen_rows``.
    """
    parsed = parse(query)
    for term in (term for group in parsed.groups for term in group):
        if term.field not in _COLUMNS:
            raise QueryError(
                f"An archive does not know “{term.field.value}”: that belongs to a library.", term.position
            )
    return parsed


def _meets(columns: Mapping[str, list[str]], number: int, query: Query) -> bool:
    if not columns[_ALWAYS][number]:
        return False
    values = {name: column[number] for name, column in columns.items()}
    groups = query.groups
    return not groups or any(all(_has(values, term) != term.negated for term in group) for group in groups)


def _has(values: Values, term: Term) -> bool:
    match term.field:
        case Field.DATE | Field.AFTER | Field.BEFORE:
            return _is_dated(values["published"], term)
        case Field.LANG:
            return values["language"] == fold(term.value)[:2]
        case Field.PERSON | Field.ORG | Field.PLACE | Field.GROUP | Field.ENTITY | Field.WITH:
            return _is_named(values["names"], term)
        case Field.TEXT:
            return any(_stand_in(values[name], term.value, whole=True) for name in _COLUMNS[Field.TEXT])
    return any(_stand_in(values[name], term.value, whole=False) for name in _COLUMNS[term.field])


def _is_dated(published: str, term: Term) -> bool:
    after, before = term.field is not Field.BEFORE, term.field is not Field.AFTER
    end = term.value if term.field is Field.BEFORE else term.value + "~"
    return bool(published) and (not after or published >= term.value) and (not before or published < end)


def _is_named(names: str, term: Term) -> bool:
    """Whether a name of the kind asked for holds these words next to each other."""
    kind = None if term.field in {Field.ENTITY, Field.WITH} else term.field.value
    return any(
        _stand_in(name, term.value, whole=True)
        for line in names.splitlines()
        for found, _, name in [line.partition(" ")]
        if kind in {None, found}
    )


def _stand_in(text: str, wanted: str, *, whole: bool) -> bool:
    """Whether words stand next to each other in a text; unless ``whole``, the last one may go on."""
    words = WORD.findall(fold(wanted))
    folded = fold(text)
    if not all(word in folded for word in words):
        return False
    joined = " ".join(["", *WORD.findall(folded), ""])
    return " ".join(["", *words, *([""] if whole else [])]) in joined
