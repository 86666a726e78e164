"""The language of an article: by its script, by its stop words, or by a statistical guess."""

from __future__ import annotations

import re
from collections import Counter

from reader.ingest.phrases import words_of

SAMPLE = 1600
"""Characters looked at: some 250 words, of which a third are stop words."""

SURE_SHARE = 0.12
"""Share of the words that must be stop words of the language; prose has .25 to .5, lists of names near 0."""

LEAD = 1.25
"""By how much the best language must lead the next: Spanish and Portuguese share half of their stop words."""

PROSE = 200
"""Characters from which a statistical guess is better than counting stop words."""

PLAIN_SHARE = 0.25
"""Share of English stop words that makes a text English without any other look: other languages have under .06."""

FEWEST = 4
"""Stop words that make a guess at all."""

_STOP_WORDS: dict[str, frozenset[str]] = {
    "en": words_of(
    """
    the of and to in a is that for on with as was by it at from be this are which his has have had will were
    not they its after said
    """
    ),
    "de": words_of(
    """
    der die das und in den von zu mit im für auf ist nicht ein eine des dem sich als auch an nach werden aus
    hat wird bei einer sind
    """
    ),
    "fr": words_of(
    """
    le la les de des et du en un une est dans que qui pour sur par au avec ce il pas plus ont été son aux
    sont cette mais
    """
    ),
    "es": words_of(
    """
    el la los las de del y en un una que es por para con se al su como más no ha fue lo sus pero este según
    entre
    """
    ),
    "it": words_of(
    """
    il lo la gli le di del della e in un una che è per con si al dei nel non più sono ha alla anche come dal
    delle
    """
    ),
    "pt": words_of(
    """
    o a os as de do da dos das e em um uma que é por para com se ao na no não mais foi são como pelo pela
    nos
    """
    ),
    "nl": words_of(
    """
    de het een van en in op te dat is voor met zijn die niet aan er door ook als bij naar om uit wordt heeft
    maar
    """
    ),
    "sv": words_of(
    """
    och i att det som en på är av för med den till har inte om ett de var han från men vi efter under
    """
    ),
    "da": words_of(
    """
    og i at det som en på er af for med den til har ikke om et de var han fra men vi efter under blev
    """
    ),
    "pl": words_of(
    """
    w i na z do się nie że jest o to po od za przez jak ale dla oraz który jego są był tym
    """
    ),
    "tr": words_of(
    """
    ve bir bu da de için ile olarak olan çok daha gibi en kadar sonra ise ne dedi oldu
    """
    ),
    "az": words_of(
    """
    və bir bu da də üçün ilə olan ki olub edib daha çox görə sonra isə azərbaycan deyib
    """
    ),
    "ro": words_of(
    """
    și în de la a cu pe un o care nu este din pentru că mai sau au fost prin după
    """
    ),
}  # fmt: skip
_SCRIPTS = (
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hy", re.compile("[\u0531-\u0587]")),
    ("ka", re.compile("[\u10d0-\u10ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("uk", re.compile("[іїєґ]")),
    ("ru", re.compile("[а-я]")),
    ("fa", re.compile("[پچژگ]")),
    ("ar", re.compile("[\u0621-\u064a]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_OWN_SCRIPT = frozenset({"el", "ja", "ko", "th", "hy", "ka"})
"""Languages that are alone in their script."""

_SAME = {"nb": "no", "nn": "no"}
"""Written languages that are called by one name."""

_SCRIPT_SHARE = 0.08
"""Share of the characters that belong to the script (for the letters only one language has: a tenth of that)."""

_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None if its words don't tell.

    Plain English and scripts of one language are told by themselves. Of other texts py3langid tells the language, if
    they are long enough; it is not believed against our stop words where these say English.
    """
    sample = text[:SAMPLE].lower()
    if not sample.isascii() and (script := _by_script(sample)):
        return script if script in _OWN_SCRIPT or len(sample) < PROSE else guess_language(sample) or script
    words = _WORD.findall(sample)
    often = Counter(words)
    counts = sorted(
        ((sum(often[word] for word in stops & often.keys()), code) for code, stops in _STOP_WORDS.items()), reverse=True
    )
    (best, code), (second, _) = counts[0], counts[1]
    if code == "en" and best > max(PLAIN_SHARE * len(words), 2 * second):
        return code
    likely = code if best >= FEWEST and best >= SURE_SHARE * len(words) and best >= LEAD * second else None
    if likely == "en" or len(sample) < PROSE:
        return likely
    return guess_language(sample) or likely


def guess_language(text: str) -> str | None:
    """The language that a text's sequences of letters are likeliest in (py3langid); None if it has no letters."""
    from py3langid import classify  # noqa: PLC0415 (its model takes half a second to load)

    if not _WORD.search(text):
        return None
    try:
        code: str = classify(text[:SAMPLE])[0]
    except OSError:
        return None  # its model is unpacked into a file, which the process that parses pages may not write
    return _SAME.get(code, code)


_OF_A_SCRIPT = re.compile("[\u0370-\u10ff\u3040-\ud7af]")
"""Any letter of the scripts above; a text in Latin letters has none."""


def _by_script(sample: str) -> str | None:
    if not _OF_A_SCRIPT.search(sample):
        return None
    for code, letters in _SCRIPTS:
        share = _SCRIPT_SHARE / 10 if code in {"uk", "fa"} else _SCRIPT_SHARE
        if len(letters.findall(sample)) > share * len(sample):
            return code
    return None
