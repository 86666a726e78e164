"""The body of an answer, unpacked as it comes and never further than it may grow."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator
from typing import Protocol

import brotli

from reader.errors import InputError

_CHUNK = 1 << 18
"""Bytes unpacked at once: what a bomb can cost before it is noticed."""


class _Unpacker(Protocol):
    def unpack(self, data: bytes) -> Iterator[bytes]: ...

    def is_whole(self) -> bool: ...


class _Plain:
    def unpack(self, data: bytes) -> Iterator[bytes]:
        yield data

    def is_whole(self) -> bool:
        return True


class _Zlib:
    """gzip, or deflate with and without its header."""

    def __init__(self, *, gzip: bool) -> None:
        self._packer = zlib.decompressobj(zlib.MAX_WBITS | 16) if gzip else None

    def unpack(self, data: bytes) -> Iterator[bytes]:
        if self._packer is None:
            raw = (data[0] & 15) != zlib.DEFLATED
            self._packer = zlib.decompressobj(-zlib.MAX_WBITS if raw else zlib.MAX_WBITS)
        while data and (piece := self._packer.decompress(data, _CHUNK)):
            yield piece
            data = self._packer.unconsumed_tail

    def is_whole(self) -> bool:
        return self._packer is None or self._packer.eof


class _Brotli:
    def __init__(self) -> None:
        self._packer = brotli.Decompressor()

    def unpack(self, data: bytes) -> Iterator[bytes]:
        yield self._packer.process(data, output_buffer_limit=_CHUNK)
        while not self._packer.can_accept_more_data():
            yield self._packer.process(b"", output_buffer_limit=_CHUNK)

    def is_whole(self) -> bool:
        finished: bool = self._packer.is_finished()
        return finished


def _unpacker(encoding: str) -> _Unpacker:
    name = encoding.strip().lower()
    if name in {"gzip", "x-gzip"}:
        return _Zlib(gzip=True)
    if name == "deflate":
        return _Zlib(gzip=False)
    if name == "br":
        return _Brotli()
    if name in {"", "identity"}:
        return _Plain()
    raise InputError(f"is packed in a way that nobody asked for ({name[:40]})")


async def unpacked(chunks: AsyncIterator[bytes], encoding: str, most: int) -> bytes:
    """All of a body.

    Args:
        chunks: as they come from the server.
        encoding: the header ``Content-Encoding``.
        most: bytes that it may have, packed or unpacked.

    Raises:
        InputError: it is larger, damaged, cut off or packed in another way; the end of a sentence.
    """
    unpacker = _unpacker(encoding)
    body = bytearray()
    arrived = 0
    try:
        async for chunk in chunks:
            arrived += len(chunk)
            for piece in unpacker.unpack(chunk) if chunk else ():
                body += piece
                if max(len(body), arrived) > most:
                    raise InputError(f"has more than the {most / 1e6:,.0f} MB that are read of one address")
    except (zlib.error, brotli.error) as error:
        raise InputError("is packed in a damaged way") from error
    if arrived and not unpacker.is_whole():
        raise InputError("was cut off in the middle")
    return bytes(body)
