"""HTML that cannot be broken out of: markup is a type of its own, and words become markup only by being escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NewType

from reader.sanitize import sanitize

Html = NewType("Html", str)
"""Well-formed markup; made only in this module."""

_VOID = frozenset({"meta", "br", "hr", "col"})


def words(text: str) -> Html:
    """Words as markup that shows them, without characters that HTML forbids or that turn the direction of writing."""
    return Html(escape(sanitize(text), quote=True))


def tag(name: str, /, *children: Html, **attributes: str | None) -> Html:
    """An element. ``class_`` stands for ``class``, ``data_key`` for ``data-key``; an attribute of None is left out."""
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{words(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{pairs}>" if name in _VOID else f"<{name}{pairs}>{''.join(children)}</{name}>")


def lines(parts: Iterable[Html]) -> Html:
    """Several pieces of markup, each on a line of its own."""
    return Html("\n".join(parts))


def style_sheet(css: str) -> Html:
    """A style sheet of our own; not for text from outside."""
    return Html(f"<style>{css}</style>")


DOCTYPE = Html("<!DOCTYPE html>\n")
NOTHING = Html("")
BLANK = Html(" ")
