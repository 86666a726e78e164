"""The bytes of a page to its markup as text, by the encoding that it is really in."""

from __future__ import annotations

import codecs
import re

from reader.ingest.legacy import decode_legacy

DECLARED_WITHIN = 4096
"""Bytes in which a page declares its encoding; the standard asks for 1,024."""

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_READ_AS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip
"""What browsers read declared encodings as: the larger encoding that grew out of each."""


def decode_page(raw: bytes, charset: str = "") -> str:
    """The markup of a page; what is no text in its encoding becomes a replacement character.

    Bytes that are UTF-8 throughout are UTF-8, whatever is declared: other encodings hardly ever are by chance.

    Args:
        raw: the page as it came.
        charset: the encoding that the transport stated, or "".
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    stated = codec_of(charset) or codec_of(declared_charset(raw))
    if stated.startswith(("iso2022", "utf-16", "utf-32", "hz")):
        return raw.decode(stated, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if stated and stated != "utf-8":
            return raw.decode(stated, errors="replace")
        # Cut off inside of a letter, or a few stray bytes: still UTF-8.
        return raw.decode("utf-8", errors="replace") if error.start > len(raw) - 4 else decode_legacy(raw)


def declared_charset(raw: bytes) -> str:
    """The encoding that the page itself declares, or ""."""
    found = _DECLARED.search(raw[:DECLARED_WITHIN])
    return found[1].decode("ascii", errors="ignore") if found else ""


def codec_of(name: str) -> str:
    """Python's codec for an encoding's name as browsers take it; "" for none that is known."""
    try:
        codec = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    if not codec._is_text_encoding:  # noqa: SLF001 (rot13 and base64 are codecs too)
        return ""
    return _READ_AS.get(codec.name, codec.name)
