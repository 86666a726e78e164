"""Stable names for rows and differences: digests of what they hold, so that a dismissal outlives a new analysis."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

KEY_BYTES = 6
"""12 hexadecimal digits: one collision in some million rows."""


def key_of(texts: Iterable[str]) -> str:
    """12 hexadecimal digits made from the texts, whatever their order."""
    digest = blake2b(digest_size=KEY_BYTES)
    for text in sorted(texts):
        digest.update(text.encode("utf-8", "surrogatepass"))
        digest.update(b"\x00")
    return digest.hexdigest()


def unique_keys(keys: Iterable[str]) -> list[str]:
    """The keys, with every repetition of one replaced by a key of its own."""
    seen: dict[str, int] = {}
    unique: list[str] = []
    for key in keys:
        count = seen[key] = seen.get(key, 0) + 1
        unique.append(key if count == 1 else key_of((key, str(count))))
    return unique
