"""How records become bytes in the library: MessagePack by msgspec, then zlib.

Records are written with the names of their fields, so that a record that gains a field with a default still reads
what was written before. What the analysis made is made again when its version grows.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from hashlib import blake2b

import msgspec

from reader.errors import RecordError
from reader.models.annotations import Annotations
from reader.models.article import Article, Line, Link, Metadatum
from reader.models.comparison import Comparison

LEVEL = 6
"""zlib's level for texts: 9 takes twice the time and saves 1 %."""


@dataclass(frozen=True, slots=True)
class Details:
    """What an article's row does not hold: metadata with evidence, line labels and links."""

    title: Metadatum[str]
    outlet: Metadatum[str]
    authors: Metadatum[tuple[str, ...]]
    published: Metadatum[str]
    language: Metadatum[str]
    lines: tuple[Line, ...]
    links: tuple[Link, ...] = ()


def details_of(article: Article) -> Details:
    """The part of an article that is kept as its details."""
    return Details(
        article.title,
        article.outlet,
        article.authors,
        article.published,
        article.language,
        article.lines,
        article.links,
    )


_encoder = msgspec.msgpack.Encoder()
_details = msgspec.msgpack.Decoder(Details)
_annotations = msgspec.msgpack.Decoder(Annotations)
_comparison = msgspec.msgpack.Decoder(Comparison)


def pack_text(text: str) -> bytes:
    """A text, compressed."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), LEVEL)


def unpack_text(blob: bytes) -> str:
    """The text of ``pack_text``.

    Raises:
        RecordError: the bytes are damaged.
    """
    try:
        return _inflate(blob).decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise RecordError("The library is damaged: a text cannot be read.") from error


def pack_details(details: Details) -> bytes:
    """Details as bytes; equal details give equal bytes."""
    return zlib.compress(_encoder.encode(details), LEVEL)


def unpack_details(blob: bytes) -> Details:
    """The details of ``pack_details``."""
    try:
        return _details.decode(_inflate(blob))
    except msgspec.MsgspecError as error:
        raise RecordError("The library is damaged: the details of an article cannot be read.") from error


def pack_annotations(annotations: Annotations) -> bytes:
    """Annotations as bytes."""
    return zlib.compress(_encoder.encode(annotations), LEVEL)


def unpack_annotations(blob: bytes) -> Annotations:
    """The annotations of ``pack_annotations``."""
    try:
        return _annotations.decode(_inflate(blob))
    except msgspec.MsgspecError as error:
        raise RecordError("The library is damaged: an analysis cannot be read.") from error


def pack_comparison(comparison: Comparison) -> bytes:
    """A comparison as bytes."""
    return zlib.compress(_encoder.encode(comparison), LEVEL)


def unpack_comparison(blob: bytes) -> Comparison:
    """The comparison of ``pack_comparison``."""
    try:
        return _comparison.decode(_inflate(blob))
    except msgspec.MsgspecError as error:
        raise RecordError("The library is damaged: a comparison cannot be read.") from error


def pack_raw(raw: bytes, text: str) -> bytes | None:
    """Raw bytes, compressed with the text as dictionary; None if they are the text in UTF-8."""
    known = text.encode("utf-8", "surrogatepass")
    if raw == known:
        return None
    packer = zlib.compressobj(LEVEL, zdict=known[-32768:]) if known else zlib.compressobj(LEVEL)
    return packer.compress(raw) + packer.flush()


def unpack_raw(blob: bytes | None, text: str) -> bytes:
    """The raw bytes of ``pack_raw``."""
    known = text.encode("utf-8", "surrogatepass")
    if blob is None:
        return known
    unpacker = zlib.decompressobj(zdict=known[-32768:]) if known else zlib.decompressobj()
    try:
        return unpacker.decompress(blob) + unpacker.flush()
    except (zlib.error, TypeError) as error:
        raise RecordError("The library is damaged: the bytes of an article cannot be read.") from error


def raw_digest(raw: bytes) -> str:
    """A stable name of raw bytes: 32 hexadecimal digits."""
    return blake2b(raw, digest_size=16).hexdigest()


def _inflate(blob: bytes) -> bytes:
    try:
        return zlib.decompress(blob)
    except (zlib.error, TypeError) as error:
        raise RecordError("The library is damaged: a text cannot be read.") from error
