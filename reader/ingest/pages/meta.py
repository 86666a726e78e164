"""The ``meta`` elements of a page by name, and what its visible elements mark up (headings, times, microdata)."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement

LONGEST = 2000
"""Characters of a value that are looked at."""


def meta_values(tree: HtmlElement) -> Mapping[str, tuple[str, ...]]:
    """The contents of the page's meta elements by their name, property or itemprop, in lower case."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "")[:LONGEST].split())
        if content:
            for kind in ("property", "name", "itemprop", "http-equiv"):
                for name in (element.get(kind) or "").lower().split():
                    found.setdefault(name, []).append(content)
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}


def first_value(meta: Mapping[str, tuple[str, ...]], *names: str) -> str:
    """The first value under the first of these names that the page has, or ""."""
    return next((meta[name][0] for name in names if name in meta), "")


def words_in(element: HtmlElement) -> str:
    """The words that an element shows, on one line."""
    parts = [text for text in element.itertext(with_tail=False) if isinstance(text, str)]
    return " ".join(" ".join(parts)[: 4 * LONGEST].split())
