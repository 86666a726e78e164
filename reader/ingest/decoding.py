"""Bytes to text: by byte order mark, UTF-8, zero bytes of UTF-16, piece by piece where encodings mix, by letters.

The last step before ``reader.sanitize``; nothing after it decodes anything.
"""

from __future__ import annotations

import codecs
import re

from reader.errors import InputError

SAMPLE = 8192
"""Bytes looked at to tell UTF-16 and binary data: as many as file programs look at."""

ZERO_SHARE = 0.25
"""Share of zero bytes, all in even or all in odd places, that makes UTF-16: Latin text has one half."""

STRAY_ZEROS = 0.005
"""Share of zero bytes up to which a text is only damaged; object files and pictures have tenths."""

CONTROL_SHARE = 0.1
"""Share of control characters from which decoded bytes are no text: compressed data has about .12."""

LEGACY_SAMPLE = 100_000
"""Bytes by which UTF-8 with stray bytes is told from older encodings."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"PK\x05\x06",
    b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x7fELF",
    b"\xd0\xcf\x11\xe0", b"SQLite format 3\x00", b"\x28\xb5\x2f\xfd", b"OggS", b"RIFF",
    b"ID3", b"\x00\x00\x00\x18ftyp", b"\x00\x00\x00\x20ftyp", b"wOFF", b"MZ\x90",
)  # fmt: skip
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f\ufffd]")
_LETTERS = re.compile(b"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_JAPANESE = re.compile(rb"\x1b\$[@B].{1,200}?\x1b\([BJ]")
_BEYOND = re.compile(b"[\x80-\xff]")
_CP1252_HOLES = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def decode(raw: bytes) -> str:
    """The text that the bytes are.

    Raises:
        InputError: the bytes are no text.
    """
    if raw.startswith(_MAGIC):
        raise InputError("holds binary data, not text")
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            text = (
                raw[len(mark) :].decode(encoding, errors="replace") if encoding != "utf-8" else _utf8(raw[len(mark) :])
            )
            return _checked(text)
    if raw.isascii() and _JAPANESE.search(raw):
        return _checked(raw.decode("iso2022_jp", errors="replace"))
    utf16 = _unmarked_utf16(raw)
    if utf16:
        return _checked(raw.decode(utf16, errors="replace"))
    if raw.count(0) > STRAY_ZEROS * len(raw):
        raise InputError("holds binary data, not text")
    return _checked(_utf8(raw))


def _utf8(raw: bytes) -> str:
    """UTF-8; mixed with CP1252 in files that are pasted together from two sources; else an older encoding."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8", errors=STRAY) if _is_mostly_utf8(raw) else _legacy(raw)


def _is_mostly_utf8(raw: bytes) -> bool:
    """Whether at least as many letters beyond ASCII are UTF-8 as are not: in other encodings hardly any is."""
    sample = raw[:LEGACY_SAMPLE]
    good = len(_LETTERS.findall(sample))
    return good > 0 and good >= len(_BEYOND.findall(_LETTERS.sub(b"", sample)))


def _legacy(raw: bytes) -> str:
    from reader.ingest.legacy import decode_legacy  # noqa: PLC0415 (what tells encodings loads with the first such file)

    return decode_legacy(raw)


def _stray_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    # One byte at a time: what follows it may be good UTF-8 again.
    byte = error.object[error.start]
    letter = _CP1252_HOLES.get(byte) or bytes((byte,)).decode("cp1252")
    return letter, error.start + 1


STRAY = "reader.stray-cp1252"
"""How a byte is decoded that is no part of UTF-8, or that CP1252 leaves out."""

codecs.register_error(STRAY, _stray_bytes)


def _unmarked_utf16(raw: bytes) -> str | None:
    sample = raw[:SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if high > ZERO_SHARE * 2 * half and low * 20 < high:
        return "utf-16-le"
    return "utf-16-be" if low > ZERO_SHARE * 2 * half and high * 20 < low else None


def _checked(text: str) -> str:
    sample = text[:SAMPLE]
    if len(_CONTROLS.findall(sample)) > CONTROL_SHARE * max(len(sample), 20):
        raise InputError("holds binary data, not text")
    return text
