"""Characters seen through: what only breaks, joins or colours letters goes, every blank is an ordinary one, NFC.

Runs after the last decoding; text that is clean already costs one search.
"""

from __future__ import annotations

import html
import re
from unicodedata import is_normalized, normalize

from reader.sanitize import is_harmless, sanitize

_BLANKS = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\uffa0]"
    "|(?<![\u0590-\u1fff\u2190-\U0010ffff])[\u200c\u200d]"  # joiners: part of Persian, Hindi and emoji only
)
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_UNCLEAN = re.compile(f"{_BLANKS.pattern}|{_INVISIBLE.pattern}|{_LIGATURES.pattern}")
_UNCLEAN_SEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufb00-\ufb06]")
"""What of it Python takes for printable."""

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def clean(text: str) -> str:
    """The text without invisible characters, in composed letters, with ordinary blanks; idempotent."""
    text = sanitize(text)
    seen = is_harmless(text)
    if not text.isascii():
        if (_UNCLEAN_SEEN if seen else _UNCLEAN).search(text):
            text = _LIGATURES.sub(lambda found: normalize("NFKC", found[0]), _INVISIBLE.sub("", text))
        if not is_normalized("NFC", text):
            text = normalize("NFC", text)
    return text if seen else _BLANKS.sub(" ", text)


def decode_entities(text: str) -> str:
    """The text with its HTML character references decoded, once; only those that end in a semicolon are any."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text
