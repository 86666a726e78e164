"""Plain text to clean prose: decoded, mended, character references decoded, characters cleaned, lines joined."""

from __future__ import annotations

from reader.ingest.characters import clean, decode_entities
from reader.ingest.decoding import decode
from reader.ingest.draft import Draft
from reader.ingest.mojibake import mend
from reader.ingest.wrapped import join_wrapped


def read_text(raw: bytes) -> Draft:
    """The text of a plain text file; it carries no hints.

    Raises:
        InputError: the bytes are no text.
    """
    return Draft(prose_of(decode(raw)))


def prose_of(text: str) -> str:
    """Decoded plain text, from a file or a field, as clean prose: a line for each paragraph; idempotent."""
    return join_wrapped(clean(decode_entities(mend(text))))
