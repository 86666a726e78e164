"""Pages saved with all that belongs to them in one file (MHTML): the page is read, the rest is not."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import SMTP

from reader.errors import InputError
from reader.ingest.forms.form import Entry, Source
from reader.ingest.forms.page import read_page
from reader.ingest.pages.written import safe_address

_ARCHIVE = re.compile(
    rb"^(?:Snapshot-Content-Location:|From:\s*<?Saved by|X-MAF-|"
    rb"Content-Type:\s*multipart/related;[^\n]*\n?[^\n]*text/html)",
    re.IGNORECASE | re.MULTILINE,
)
_TO_SOMEBODY = re.compile(rb"^(?:To|Received|Message-ID):", re.IGNORECASE | re.MULTILINE)


def is_archive(head: bytes) -> bool:
    """Whether bytes that begin so are a saved page: the headers of a mail that nobody sent."""
    header = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return (
        re.match(rb"[\w-]+:", header) is not None and bool(_ARCHIVE.search(header)) and not _TO_SOMEBODY.search(header)
    )


def read_archive(raw: bytes, source: Source) -> tuple[Entry, ...]:
    """The article of a saved page.

    Raises:
        InputError: there is no page in the file, or no article on the page.
    """
    for part in message_from_bytes(raw, policy=SMTP).walk():
        payload = part.get_payload(decode=True)
        if part.get_content_type() in {"text/html", "application/xhtml+xml"} and isinstance(payload, bytes):
            address = safe_address(str(part.get("Content-Location", "")))
            (entry,) = read_page(payload, Source(address or source.origin, part.get_content_charset() or ""))
            return (Entry(entry.draft, raw, source.origin),)
    raise InputError("is a saved page without a page in it")
