"""Web pages: saved as HTML or XHTML, or fetched."""

from __future__ import annotations

import re

from reader.ingest.forms.form import Entry, Source

_PAGE = re.compile(
    rb"(?:<\?xml[^>]{0,300}\?>\s*|<!--(?s:.){0,2000}?-->\s*|<\?[^>]{0,300}>\s*){0,8}"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|section|table|frameset|h1|p|script|link)\b[\s/>]",
    re.IGNORECASE,
)
_WIDE = re.compile(rb"\xff\xfe|\xfe\xff|<\x00|\x00<")


def is_page(head: bytes) -> bool:
    """Whether bytes that begin so are a page: its first element is one of HTML's."""
    narrow = head.replace(b"\x00", b"").lstrip(b"\xff\xfe \r\n\t") if _WIDE.match(head) else head
    return _PAGE.match(narrow) is not None


def read_page(raw: bytes, source: Source) -> tuple[Entry, ...]:
    """The article of a page.

    Raises:
        InputError: it has none.
    """
    from reader.ingest.pages.decoding import codec_of, declared_charset, decode_page  # noqa: PLC0415 (see below)
    from reader.ingest.pages.extract import read_markup  # noqa: PLC0415 (lxml and trafilatura load with the first page)

    address = source.origin if source.origin.startswith(("http://", "https://")) else ""
    markup = decode_page(raw, source.charset)
    if source.charset and codec_of(source.charset) != codec_of(declared_charset(raw)):
        raw = markup.encode("utf-8-sig", "surrogatepass")  # what only the transport knew is kept with the bytes
    return (Entry(read_markup(markup, address), raw, source.origin),)
