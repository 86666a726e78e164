"""The tree that trafilatura keeps of a page, as blocks: paragraphs, headings, items, quotations, rows, with links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from reader.ingest.characters import clean
from reader.ingest.draft import Hint
from reader.ingest.pages.written import safe_address
from reader.ingest.sheet import Block

_BLANKS = re.compile(r"\s+")
_CONTAINERS = frozenset(
    {"body", "list", "quote", "table", "row", "div", "main", "doc", "blockquote", "ul", "ol", "section", "article"}
)
_BLOCKS = frozenset({"p", "head", "item", "list", "quote", "table", "row", "div", "ul", "ol"})
_LEAVES = frozenset({"p", "head", "item", "cell", "code", "ab", "fw"})


def blocks_of(body: _Element, address: str = "") -> Iterator[Block]:
    """The blocks of a kept tree, in its order. ``address`` is the page's, against which its links are resolved."""
    yield from _written(body, address, None)


def _written(element: _Element, base: str, hint: Hint | None) -> Iterator[Block]:
    if element.tag == "row" and not _is_layout(element):
        cells = [words for cell in element if (words := _plain(cell))]
        if cells:
            yield Block(" | ".join(cells), Hint.CELLS, gap=False)
        return
    if element.tag == "head":
        yield from _pieces(element, base, Hint.HEADLINE if element.get("rend") == "h1" else Hint.HEADING)
    elif element.tag == "item":
        yield from _pieces(element, base, Hint.PROSE, mark="- ", gap=False)
    else:
        yield from _pieces(element, base, Hint.PROSE if element.tag == "quote" else hint)


def _is_layout(row: _Element) -> bool:
    """Whether a row of a table is not one of values: mails lay out whole texts in tables."""
    return any(inner.tag in _BLOCKS for cell in row for inner in cell.iter() if inner is not cell)


def _pieces(element: _Element, base: str, hint: Hint | None, *, mark: str = "", gap: bool = True) -> Iterator[Block]:
    """The element's own words as blocks, parted where blocks stand inside it and at line breaks."""
    run = _Run(mark)
    for kind, value in _events(element):
        if kind == "text":
            run.add(value)
        elif kind == "open":
            run.open(value)
        elif kind == "close":
            run.close(base)
        elif run.has_words:
            yield run.block(hint, gap=gap)
            run = _Run("")
        if kind == "block":
            yield from _written(value, base, hint)
    if run.has_words:
        yield run.block(hint, gap=gap)


def _events(element: _Element) -> Iterator[tuple[str, object]]:
    """What happens along an element: text, links that open and close, line breaks, blocks inside."""
    if element.text:
        yield "text", element.text
    for child in element:
        if not isinstance(child.tag, str) or child.tag == "graphic":
            pass
        elif child.tag == "lb":
            yield "break", None
        elif child.tag in _CONTAINERS or child.tag in _LEAVES:
            yield "block", child
        elif child.tag == "ref":
            yield "open", child.get("target") or ""
            yield from _events(child)
            yield "close", None
        else:
            yield from _events(child)
        if child.tail:
            yield "text", child.tail


class _Run:
    """The words of one block while they are gathered, and its links so far."""

    def __init__(self, mark: str) -> None:
        self._text = mark
        self._mark = len(mark)
        self._opened: tuple[int, str] | None = None
        self._links: list[tuple[int, int, str]] = []

    @property
    def has_words(self) -> bool:
        return len(self._text.strip()) > len(self._text[: self._mark].strip())

    def add(self, words: object) -> None:
        plain = _BLANKS.sub(" ", clean(str(words)))
        if plain.startswith(" ") and (not self._text or self._text.endswith(" ")):
            plain = plain[1:]
        self._text += plain

    def open(self, target: object) -> None:
        self._opened = (len(self._text), str(target))

    def close(self, base: str) -> None:
        if self._opened is None:
            return
        start, target = self._opened
        self._opened = None
        end = len(self._text.rstrip())
        start += len(self._text[start:end]) - len(self._text[start:end].lstrip())
        address = safe_address(target, base)
        if address and start < end:
            self._links.append((start, end, address))

    def block(self, hint: Hint | None, *, gap: bool) -> Block:
        return Block(self._text.rstrip(), hint, tuple(self._links), gap=gap)


def _plain(element: _Element) -> str:
    return _BLANKS.sub(" ", clean(" ".join(str(text) for text in element.itertext()))).strip()
