"""The one table of given names: which words begin a person's name, and by which pronoun the person most likely goes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_DOUBTFUL = "?"
"""Behind a name that is as often something else: it tells a pronoun, but no person."""


@cache
def given_names() -> frozenset[str]:
    """The names, folded, that with a capitalised word behind them begin a person's name; read once."""
    return frozenset(name for _, name in _table() if not name.endswith(_DOUBTFUL))


def pronoun_of(name: str) -> str | None:
    """The pronoun, "he" or "she", of a full name whose first word is a given name of men or women alone."""
    given, _, family = name.partition(" ")
    return _pronouns().get(given.casefold()) if family else None


@cache
def _pronouns() -> dict[str, str]:
    return {name.removesuffix(_DOUBTFUL): group for group, name in _table() if group in {"he", "she"}}


def _table() -> Iterator[tuple[str, str]]:
    """Each name, with its mark, and the group of names it stands in."""
    group = ""
    text = files("reader.analysis").joinpath("data", "given_names.txt").read_text(encoding="utf-8")
    for row in text.splitlines():
        if row.startswith("["):
            group = row.strip("[]")
        elif not row.startswith("#"):
            yield from ((group, name) for name in row.split())
