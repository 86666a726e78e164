"""The small parts of feeds: titles that may be markup, dates of every kind, addresses, and names for nameless items."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from html import unescape
from time import struct_time
from urllib.parse import urljoin, urlsplit

from reader.sanitize import one_line

TITLE_LIMIT = 1000
"""Characters kept of a title: no headline has so many."""

_UNSEEN = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|$)|<!--(?:-?>|.*?(?:--!?>|$))|<![A-Za-z][^>]*>", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MARKED_UP = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>.*</\1\s*>", re.DOTALL)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_ZONE = re.compile(r"(?:[+-]\d\d:?\d\d|Z|[A-Z]{2,4})\s*$")


def plain_title(written: str, *, is_html: bool) -> str:
    """A title or name without markup, entities decoded, on one line."""
    text = written
    is_html = is_html or _MARKED_UP.search(written) is not None
    if is_html:
        text = _TAG.sub("", _UNSEEN.sub("", written))
    if is_html or _ENTITY.search(text):
        text = unescape(text)
    return one_line(text, TITLE_LIMIT)


def iso_date(written: str, parsed: struct_time | None = None) -> str:
    """A date of a feed as ISO text, with its own zone; "" if it is none.

    Args:
        written: as the feed has it.
        parsed: what feedparser made of it, in UTC, for forms that are read by nobody else.
    """
    text = written.strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            at = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if parsed is None or _agree(at, parsed):
            whole = len(text) > 10 or read is parsedate_to_datetime
            return at.isoformat(timespec="seconds") if whole else at.date().isoformat()
    if parsed is None:
        return ""
    if re.fullmatch(r"\d{4}(-\d\d)?", text):
        return text
    try:
        at = datetime(*parsed[:6], tzinfo=UTC if _ZONE.search(text) else None)
    except (ValueError, OverflowError):
        return ""
    return at.isoformat(timespec="seconds")


def _agree(at: datetime, parsed: struct_time) -> bool:
    there = at.astimezone(UTC) if at.tzinfo else at
    return there.timetuple()[:6] == tuple(parsed[:6])


def web_link(written: str, base: str) -> str:
    """An address made absolute, if it is one of http or https; else ""."""
    try:
        address = urljoin(base, written.strip())
        parts = urlsplit(address)
        is_web = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    return address if is_web and one_line(address, len(address) + 1) == address else ""


def nameless_key(*said: str) -> str:
    """A name for an item that has none: a digest of what is said of it."""
    return blake2b("\0".join(said).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
