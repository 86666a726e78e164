"""What a page says of its article in JSON-LD (schema.org), the form that search engines read."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml.html import HtmlElement

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

MOST = 3_000_000
"""Characters of JSON-LD that are read of a page; articles repeated in it whole have up to 100,000."""

DEEPEST = 8
"""Objects inside each other that are looked into: an article in a page in a graph has 3."""

_ARTICLES = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|\w*Report|Review|Recipe)$")
_LESSER = re.compile(r"(?:WebPage|\w+Page|CreativeWork|VideoObject|NewsVideo|PodcastEpisode|Event|Product)$")
_COMMENT = re.compile(
    r"^\s*(?:<!--|/\*|//)?\s*(?:<!\[CDATA\[)?\s*(?:\*/)?|\s*(?:/\*|//)?\s*(?:\]\]>)?\s*(?:-->|\*/)?\s*;?\s*$"
)
_RAW_BREAK = re.compile(r"[\r\n\t]+")
_LOST_COMMA = re.compile(r",\s*([}\]])")


@dataclass(frozen=True, slots=True)
class Described:
    """An article as JSON-LD describes it; "" and () for what it does not say.

    Attributes:
        is_article: whether its type says that it is an article; else it is the page or a video.
        published: as written.
    """

    is_article: bool
    headline: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    language: str = ""
    address: str = ""
    body: str = ""


def described_in(tree: HtmlElement) -> tuple[Described, ...]:
    """The articles, then the pages, that the JSON-LD of a page describes, in its order."""
    nodes = [node for block in _blocks(tree) for node in _objects(block, 0)]
    named = {str(node["@id"]): node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    found = [
        _described(node, named, is_article=is_article)
        for node in nodes
        if (is_article := _has_type(node, _ARTICLES)) or _has_type(node, _LESSER)
    ]
    return tuple(sorted(found, key=lambda one: not one.is_article))


def _blocks(tree: HtmlElement) -> Iterator[Json]:
    left = MOST
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) <= left:
            left -= len(script.text)
            value = _parsed(script.text)
            if value is not None:
                yield value


def _parsed(text: str) -> Json:
    """JSON as pages have it: in comments, with line breaks in strings, with a comma too much; None if it is none."""
    bare = _COMMENT.sub("", text.strip())
    for attempt in (bare, _LOST_COMMA.sub(r"\1", _RAW_BREAK.sub(" ", bare))):
        try:
            value: Json = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _objects(value: Json, depth: int) -> Iterator[dict[str, Json]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in (
            "@graph",
            "mainEntity",
            "mainEntityOfPage",
            "hasPart",
            "itemListElement",
            "item",
            "author",
            "publisher",
        ):
            yield from _objects(value.get(key), depth + 1)


def _has_type(node: dict[str, Json], pattern: re.Pattern[str]) -> bool:
    types = node.get("@type")
    return any(
        isinstance(name, str) and pattern.search(name) for name in (types if isinstance(types, list) else [types])
    )


def _described(node: dict[str, Json], named: dict[str, dict[str, Json]], *, is_article: bool) -> Described:
    return Described(
        is_article=is_article,
        headline=_text(node.get("headline")) or _text(node.get("name")),
        authors=tuple(dict.fromkeys(_names(node.get("author") or node.get("creator"), named))),
        publisher=next(_names(node.get("publisher"), named), ""),
        published=_text(node.get("datePublished") or node.get("uploadDate") or node.get("dateCreated")),
        language=_text(node.get("inLanguage")),
        address=_text(node.get("url")),
        body=_text(node.get("articleBody")) if is_article else "",
    )


def _names(value: Json, named: dict[str, dict[str, Json]], depth: int = 0) -> Iterator[str]:
    """The names of people and organisations, written as text, objects, lists, or references to objects elsewhere."""
    if depth > 3:
        return
    if isinstance(value, str):
        yield from [_text(value)] if _text(value) else []
    elif isinstance(value, list):
        for item in value:
            yield from _names(item, named, depth + 1)
    elif isinstance(value, dict):
        if value.get("name"):
            yield from _names(value["name"], named, depth + 1)
        elif isinstance(value.get("@id"), str) and str(value["@id"]) in named:
            yield from _names(named[str(value["@id"])].get("name"), named, depth + 1)


def _text(value: Json) -> str:
    """A value as text on one line, its character references decoded (many pages have them inside JSON)."""
    while isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
