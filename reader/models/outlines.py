"""The person's list of subscriptions as OPML has it: every attribute and the nesting, to the letter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outline:
    """One line of a list of subscriptions.

    Attributes:
        written: its tag as it stands in the file, or a whole comment.
        address: of the feed that it names; "" for a folder, a comment and whatever else is no feed.
        title: what it is called.
        inside: what stands inside it.
    """

    written: str
    address: str = ""
    title: str = ""
    inside: tuple[Outline, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineList:
    """A whole list.

    Attributes:
        prologue: everything before the first line, declaration and head included.
        epilogue: everything after the last one.
        refused: what is not followed, and why: the address or title, and the end of a sentence about it.
    """

    prologue: str
    epilogue: str
    outlines: tuple[Outline, ...]
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed that a list names, with the titles of the folders that it stands in."""

    address: str
    title: str
    tags: tuple[str, ...]
