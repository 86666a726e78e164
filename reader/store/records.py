"""The gate at which rows become records: what a damaged library holds of another sort is said, and goes no further.

SQLite stores whatever a byte that has flipped makes of a value: text where a number belongs, nothing where text does, a
word that names no kind.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from reader.errors import RecordError

Record = TypeVar("Record")
Member = TypeVar("Member", bound=Enum)


def member(kind: type[Member], value: object) -> Member:
    """The member of an enumeration that a stored word names.

    Raises:
        RecordError: it names none.
    """
    try:
        return kind(value)
    except ValueError as error:
        raise _damaged(f"{value!r} is no {kind.__name__}") from error


def checked(record: Record) -> Record:
    """A record made from a row, once its fields are of the types that it declares, tuples with what is in them.

    Raises:
        RecordError: one is not.
    """
    kind: Any = type(record)
    for name, kinds, inside in _fields(kind):
        value = getattr(record, name)
        if not isinstance(value, kinds) or (
            inside and isinstance(value, tuple) and not all(isinstance(each, inside) for each in value)
        ):
            raise _damaged(f"{value!r} is no {name} of {type(record).__name__}")
    return record


@contextmanager
def rows_read() -> Iterator[None]:
    """Around what takes values of rows apart; a decorator, too.

    Raises:
        RecordError: a value could not be taken apart.
    """
    try:
        yield
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError) as error:
        raise _damaged(f"{type(error).__name__}, {error}") from error


def unpacked(written: object) -> Any:
    """What a field of JSON holds.

    Raises:
        RecordError: it is none.
    """
    try:
        return json.loads(written)  # type: ignore[arg-type]
    except (TypeError, ValueError, RecursionError) as error:
        raise _damaged(f"{written!r} is no JSON") from error


def _damaged(found: str) -> RecordError:
    return RecordError(f"The library is damaged: {found[:200]}.")


@lru_cache(maxsize=64)
def _fields(record: type) -> tuple[tuple[str, tuple[type, ...], tuple[type, ...]], ...]:
    """The name of each field, the types it may have, and those of what is in it, if it is a tuple."""
    return tuple((name, *_kinds(hint)) for name, hint in get_type_hints(record).items())


def _kinds(hint: Any) -> tuple[tuple[type, ...], tuple[type, ...]]:
    kinds: list[type] = []
    inside: list[type] = []
    for each in get_args(hint) if isinstance(hint, UnionType) else (hint,):
        base = get_origin(each) or each
        kinds += [float, int] if base is float else [NoneType if base is None else base]
        if base is tuple:
            inside += _plain(get_args(each))
    return tuple(kinds), tuple(inside)


def _plain(hints: tuple[Any, ...]) -> Iterator[type]:
    """The types among these that a value can be tested for."""
    yield from (get_origin(hint) or hint for hint in hints if hint is not Ellipsis)
