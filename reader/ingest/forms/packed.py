"""Inputs packed by gzip, whatever they are."""

from __future__ import annotations

import zlib

from reader.errors import InputError

MAGIC = b"\x1f\x8b"
LARGEST = 50_000_000
"""Bytes that are unpacked of one input: as much as is read of one file. A bomb stops here."""

_GZIP = 16 + zlib.MAX_WBITS


def unpacked(raw: bytes) -> bytes:
    """The bytes, unpacked if they are packed by gzip.

    Raises:
        InputError: they are damaged, or become too many; the end of a sentence about the input.
    """
    if not raw.startswith(MAGIC):
        return raw
    unpacker = zlib.decompressobj(_GZIP)
    try:
        found = unpacker.decompress(raw, LARGEST + 1)
    except zlib.error as error:
        raise InputError("is damaged: gzip cannot unpack it") from error
    if len(found) > LARGEST:
        raise InputError(f"becomes more than {LARGEST // 1_000_000} MB when it is unpacked")
    if not unpacker.eof:
        raise InputError("is damaged: it is cut off")
    return found


def unpacked_name(name: str) -> str:
    """The name of a file without the ending that says that it is packed."""
    return name[: -len(".gz")] if name.lower().endswith(".gz") else name
