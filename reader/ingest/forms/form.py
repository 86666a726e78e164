"""What a form of input is: how its bytes are known, and how they become drafts of articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.ingest.draft import Draft


@dataclass(frozen=True, slots=True)
class Source:
    """Where the bytes of an input come from.

    Attributes:
        origin: absolute path or address; shown, and what the input is known by.
        charset: the encoding that the transport stated (HTTP), or "".
    """

    origin: str
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of an input.

    Attributes:
        draft: its text and what its form knows of it.
        raw: the bytes of this article alone: read again, they give this article again.
        origin: its own address, if it states one; else the input's origin, with "#" and what tells it from the others.
    """

    draft: Draft
    raw: bytes
    origin: str


Adapter = Callable[[bytes, Source], Sequence[Entry]]
"""Bytes to the articles that they hold, in their order; raises ``InputError`` if they hold none."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of input.

    Attributes:
        name: what it is called in messages: "page", "mailbox".
        fits: whether bytes are of this form, by their beginning (``HEAD`` bytes, without blanks before it).
        endings: endings of file names, in lower case with the dot, that say so where the bytes do not.
        read: its adapter.
        is_foreign: whether it parses markup from outside, which is done in a child process with a deadline.
    """

    name: str
    fits: Callable[[bytes], bool]
    endings: frozenset[str]
    read: Adapter
    is_foreign: bool = False


HEAD = 4096
"""Bytes by which a form is known: comments and declarations before ``<html`` have up to 2,000."""
