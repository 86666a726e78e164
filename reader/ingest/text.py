"""Plain text files: the bytes decoded and made harmless, and nothing else changed."""

from __future__ import annotations

from reader.ingest.decoding import decode
from reader.ingest.draft import Draft
from reader.sanitize import sanitize


def read_text(raw: bytes) -> Draft:
    """The text of a plain text file; it carries no hints.

    Raises:
        InputError: the bytes are no text.
    """
    return Draft(sanitize(decode(raw)))
