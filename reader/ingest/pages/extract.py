"""A page's markup to the draft of its article: text by trafilatura, fields from the page's own statements."""

from __future__ import annotations

import re
from typing import Final

import trafilatura
from lxml import html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from reader.errors import InputError
from reader.ingest.draft import Draft
from reader.ingest.pages.blocks import blocks_of
from reader.ingest.pages.fields import read_fields
from reader.ingest.pages.meta import words_in
from reader.ingest.sheet import Fields, compose

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_INITIAL = re.compile(r"[“‘\"']?[^\W\d_]")
_PARSER: Final = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)


def read_markup(markup: str, address: str, known: Fields = Fields()) -> Draft:  # noqa: B008 (a frozen value)
    """The draft of the article on a page.

    Args:
        markup: the page, decoded.
        address: where it was fetched; "" for a file.
        known: what is known of the article already, for what the page does not say.

    Raises:
        InputError: there is no text of an article on the page.
    """
    tree = parse(markup)
    fields = read_fields(tree, address).filled(known)
    _join_initials(tree)
    kept = trafilatura.bare_extraction(
        tree, url=address or None, include_comments=False, include_links=True, favor_precision=True, with_metadata=False
    )
    body = getattr(kept, "body", None)
    blocks = tuple(blocks_of(body, address)) if body is not None else ()
    if not blocks and fields.title is None:
        raise InputError("is a page without readable text")
    return compose(fields, blocks)


def _join_initials(tree: HtmlElement) -> None:
    """Put a paragraph's large first letter, which some pages set in an element before it, back into its word."""
    for paragraph in tree.iter("p"):
        before = paragraph.getprevious()
        if before is None or not isinstance(before.tag, str) or (before.tail or "").strip():
            continue
        initial, rest = words_in(before), paragraph.text_content().lstrip()
        if rest[:1].islower() and initial[-1:].isupper() and _INITIAL.fullmatch(initial):
            before.getparent().remove(before)
            paragraph.text = initial + (paragraph.text or "").lstrip()


def parse(markup: str) -> HtmlElement:
    """The tree of a page.

    Raises:
        InputError: there is no element in it.
    """
    try:
        tree: HtmlElement = html.document_fromstring(_DECLARATION.sub("", markup), parser=_PARSER)
    except (LxmlError, ValueError) as error:
        raise InputError("is a page without readable text") from error
    return tree
