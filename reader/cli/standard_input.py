"""``-``: what comes on standard input, kept beside the library as a file, which the worker then reads as any other."""

from __future__ import annotations

import sys
from hashlib import blake2b
from pathlib import Path

from reader.errors import InputError, LibraryError

LARGEST = 50_000_000
"""Bytes that are read: as much as of one file."""


def keep_standard_input(library: Path) -> Path:
    """The file in which standard input is kept, named by its content: the same again is the same file.

    Raises:
        InputError: it is empty or too large.
        LibraryError: it cannot be kept.
    """
    raw = sys.stdin.buffer.read(LARGEST + 1)
    if not raw.strip():
        raise InputError("Nothing came on standard input.")
    if len(raw) > LARGEST:
        raise InputError(f"More than {LARGEST // 1_000_000} MB came on standard input: that is too much to read.")
    kept = library.with_name(f"{library.name}-input") / blake2b(raw, digest_size=8).hexdigest()
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        if not kept.exists():
            kept.write_bytes(raw)
    except OSError as error:
        raise LibraryError(f"Standard input cannot be kept in {kept.parent}: {error.strerror}.") from error
    return kept
