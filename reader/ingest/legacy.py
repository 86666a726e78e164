"""Bytes in an encoding of before Unicode: which one it is, by the letters that come out and by their language."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category

from charset_normalizer import from_bytes

from reader.ingest.language import PROSE, guess_language

SAMPLE = 20_000
"""Bytes by which an encoding is told; a few hundred letters beyond ASCII are enough."""

_LATINS: Final = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257", "mac-roman", "cp850")
"""The encodings of Latin letters in use, the commonest first."""

_LETTERS: Final = {
    "en": "éèêëïíñóáöüäçàâôîûœæ", "fr": "àâæçéèêëîïôœùûüÿ", "de": "äöüßéàè", "es": "áéíñóúüºª", "pt": "àáâãçéêíóôõúüºª",
    "it": "àèéìíîòóùú", "nl": "áéëèïíóöüĳ", "sv": "åäöéüà", "no": "æøåéèêóòâôü", "da": "æøåéäöü", "fi": "äöåšž",
    "is": "áðéíóúýþæö", "ca": "àçéèíïóòúü", "gl": "áéíñóúü", "eu": "ñçü", "af": "áéèêëîïôöûü", "lb": "äéëèü",
    "pl": "ąćęłńóśźż", "cs": "áäčďéěíĺľňóôřŕšťúůýž", "sk": "áäčďéěíĺľňóôřŕšťúůýž", "hu": "áéíóöőúüű", "sl": "čšžćđ",
    "hr": "čćđšž", "bs": "čćđšž", "sr": "čćđšž", "ro": "ăâîșşțţ", "sq": "çë", "tr": "çğıöşüâîû", "az": "çəğıöşü",
    "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "äõöüšž",
}  # fmt: skip
"""The letters beyond ASCII of languages in Latin letters, common foreign ones included."""

_WESTERN: Final = frozenset({"cp1252", "mac-roman", "cp850"})
_WEST: Final = ("en", "fr", "de", "es", "pt", "it", "nl", "sv", "no", "da", "fi")
_OF_THE_WEST: Final = "".join(_LETTERS[language] for language in _WEST)

_HALF_WIDTH: Final = ("cp932", "shift_jis", "shift_jis_2004", "shift_jisx0213")
"""Encodings in which any byte above A0 is a Japanese sign of half the width, so that anything fits them."""

_MIXED = re.compile("[a-zA-Z][^\x00-\u02af]|[^\x00-\u02af][a-zA-Z]")
_BEYOND = re.compile("[^\x00-\x7f]")


def decode_legacy(raw: bytes) -> str:
    """The text of bytes that are not UTF-8, in the likeliest encoding; CP1252 if nothing tells.

    Encodings of other scripts are told by charset-normalizer. Among those of Latin letters it cannot tell: there, the
    one is taken whose letters its own words have, by the alphabet of their language.
    """
    for excluded in ((), _HALF_WIDTH):
        best = from_bytes(raw[:SAMPLE], cp_exclusion=list(excluded)).best()
        if best is not None and _is_of_other_script(str(best)) and not _is_half_width(str(best)):
            return raw.decode(best.encoding, errors="replace")
    return _decoded(raw, min(_LATINS, key=lambda encoding: _strange(raw, encoding)))


def _strange(raw: bytes, encoding: str) -> int:
    """How many of the letters beyond ASCII cannot be: outside of the language's alphabet, capitals inside of words."""
    text = _decoded(raw[:SAMPLE], encoding)
    language = guess_language(text) or ""
    alphabet = _LETTERS.get(language, "")
    if encoding in _WESTERN and (not alphabet or (language in _WEST and len(text) < PROSE)):
        alphabet += _OF_THE_WEST
    return sum(_is_strange(text, found.start(), alphabet) for found in _BEYOND.finditer(text))


def _is_strange(text: str, at: int, alphabet: str) -> bool:
    letter, before = text[at], text[at - 1 : at]
    if letter.isalpha():
        return letter.lower() not in alphabet or (letter.isupper() and before.islower())
    inside = before.isalpha() and text[at + 1 : at + 2].isalpha() and letter not in "’‘\u00ad-–—"
    return inside or letter == "\ufffd" or category(letter) == "Cc"


def _decoded(raw: bytes, encoding: str) -> str:
    return raw.decode(encoding, errors="reader.stray-cp1252" if encoding == "cp1252" else "replace")


def _is_half_width(text: str) -> bool:
    """Whether most letters are Japanese signs of half the width, in which nobody writes texts."""
    return sum("\uff61" <= letter <= "\uff9f" for letter in text) * 3 > sum(not letter.isascii() for letter in text)


def _is_of_other_script(text: str) -> bool:
    """Whether the letters beyond ASCII are not Latin, and make words of their own."""
    beyond = [found[0] for found in _BEYOND.finditer(text) if found[0].isalpha()]
    other = sum(letter > "\u02af" for letter in beyond)
    return other * 2 > len(beyond) and len(_MIXED.findall(text)) * 5 < other
