"""The markup of a feed's item as blocks of text. Unlike a page it is all article: nothing has to be found in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import html
from lxml.etree import LxmlError

from reader.errors import InputError
from reader.ingest.pages.blocks import blocks_of
from reader.ingest.sheet import Block

_PARSER: Final = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)

_KEPT = (
    ("a", "ref"), ("br", "lb"), ("li", "item"), ("dd", "item"), ("dt", "item"), ("img", "graphic"), ("tr", "row"),
    ("th", "cell"), ("td", "cell"), ("pre", "code"), ("blockquote", "quote"), ("hr", "lb"), ("figcaption", "p"),
    *((f"h{level}", "head") for level in range(1, 7)),
)  # fmt: skip
"""HTML's names, and those of the tree that blocks are written from."""

_UNSEEN = (
    "script", "style", "iframe", "object", "embed", "form", "button", "input", "select", "textarea", "svg", "math",
    "template", "noscript", "video", "audio", "canvas", "head", "title",
)  # fmt: skip


def fragment_blocks(markup: str, address: str = "") -> Iterator[Block]:
    """The blocks of some markup; ``address`` is what its links are relative to."""
    if not markup.strip():
        return
    try:
        tree = html.fragment_fromstring(markup, create_parent="body", parser=_PARSER)
    except (LxmlError, ValueError) as error:
        raise InputError("holds markup that cannot be read") from error
    for element in tree.xpath(" | ".join(f".//{name}" for name in _UNSEEN)):
        element.drop_tree()
    for name, ours in _KEPT:
        for element in tree.iter(name):
            if name == "a":
                element.set("target", element.get("href") or "")
            element.tag = ours
    yield from blocks_of(tree, address)
