"""OPML to a list of outlines that forgets nothing: every tag is kept as it is written. expat reads it.

A document type is refused: OPML has none, and entities of one's own can grow without end or read files. So are
addresses that are none of http or https.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from reader.errors import InputError
from reader.ingest.decoding import decode
from reader.models.addresses import web_address
from reader.models.outlines import Outline, OutlineList
from reader.sanitize import one_line

_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.-]+)["']""")
_TAG = re.compile(rb"""<[^\s/>]+(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = r"""\s+{}\s*=\s*(?:"[^"]*"|'[^']*')"""
_ELSEWHERE = ("htmlUrl", "url")
"""Attributes that lead a person somewhere else."""

DEEPEST = 100
"""Folders inside each other: no program lets a person make so many."""


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet."""

    written: str = ""
    values: dict[str, str] = field(default_factory=dict)
    inside: list[Outline] = field(default_factory=list)


def is_opml(head: bytes) -> bool:
    """Whether bytes that begin so are OPML."""
    return re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^<]*>\s*)*<opml\b", head, re.IGNORECASE) is not None


def read_opml(raw: bytes) -> OutlineList:
    """The list of subscriptions in a file.

    Raises:
        InputError: it is no OPML, damaged, or has a document type; the end of a sentence about it.
    """
    declared = _DECLARED.match(raw)
    try:
        text = raw.decode(declared[1].decode("ascii")) if declared else decode(raw)
    except (LookupError, UnicodeDecodeError):
        text = decode(raw)
    return _Reading(text).read()


class _Reading:
    """One pass over a document. Positions are bytes of its UTF-8 form, so that tags are found as they are written."""

    def __init__(self, text: str) -> None:
        self._bytes = text.encode("utf-8", "replace")
        self._stack: list[_Open] = []
        self._body: _Open | None = None
        self._bounds = [0, 0]
        self._depth = 0
        self._refused: list[tuple[str, str]] = []
        self._parser = expat.ParserCreate("utf-8")
        self._parser.ordered_attributes = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CommentHandler = self._comment

    def read(self) -> OutlineList:
        try:
            self._parser.Parse(self._bytes, True)  # noqa: FBT003 (expat's own)
        except expat.ExpatError as error:
            raise InputError(f"is no whole list of subscriptions: {expat.ErrorString(error.code)}") from error
        if self._body is None:
            raise InputError("is no list of subscriptions: it has no body")
        first, last = self._bounds
        return OutlineList(
            prologue=self._bytes[:first].decode(),
            epilogue=self._bytes[last:].decode(),
            outlines=tuple(self._body.inside),
            refused=tuple(self._refused),
        )

    def _doctype(self, *_: object) -> None:
        raise InputError("has a document type, which no list of subscriptions needs and Reader does not read")

    def _start(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise InputError(f"has more than {DEEPEST} folders inside each other")
        if self._depth == 1 and name.lower() != "opml":
            raise InputError("is no list of subscriptions")
        if self._stack:
            values = dict(zip(attributes[::2], attributes[1::2], strict=True))
            self._stack.append(_Open(self._tag().decode(), values))
        elif name == "body" and self._depth == 2:
            self._stack.append(_Open())
            self._bounds[0] = self._parser.CurrentByteIndex + len(self._tag())

    def _end(self, name: str) -> None:
        self._depth -= 1
        if not self._stack:
            return
        closed = self._stack.pop()
        if not self._stack:
            self._body = closed
            self._bounds[1] = max(self._bounds[0], self._parser.CurrentByteIndex)
        elif name == "outline":
            self._stack[-1].inside.extend(self._outline(closed))

    def _comment(self, text: str) -> None:
        if self._stack:
            self._stack[-1].inside.append(Outline(f"<!--{text}-->"))

    def _tag(self) -> bytes:
        """The tag at the parser's place, as it is written."""
        found = _TAG.match(self._bytes, self._parser.CurrentByteIndex)
        return found[0] if found else b""

    def _outline(self, closed: _Open) -> list[Outline]:
        """The outline that has been closed; what is inside one that is refused stays."""
        values = {name.lower(): value.strip() for name, value in closed.values.items()}
        title = one_line(values.get("title") or values.get("text") or "")
        written = closed.written
        for name in _ELSEWHERE:
            if (value := values.get(name.lower())) and (reason := _refusal(value)):
                written = re.sub(_ATTRIBUTE.format(name), "", written, flags=re.IGNORECASE)
                self._refused.append((one_line(value), reason))
        address = values.get("xmlurl", "")
        if address and (reason := _refusal(address)):
            self._refused.append((one_line(address), reason))
            return closed.inside
        return [Outline(written, web_address(address) if address else "", title, tuple(closed.inside))]


def _refusal(address: str) -> str | None:
    """Why an address is not kept; None if it is one."""
    try:
        web_address(address)
    except InputError as error:
        return str(error)
    return None
