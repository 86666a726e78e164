"""A light stemmer for English news: brings inflections of one word together and leaves names alone.

It is much weaker than Porter's: it takes off one ending, then evens out the end of the stem, so that "open", "opened"
and "opening", "countries" and "country", "travelling" and "traveled" meet. Meaning is never guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ENDINGS = (
    # (ending, what takes its place, letters that must be left): the longest ending that fits is taken.
    ("isations", "is", 4),
    ("izations", "is", 4),
    ("isation", "is", 4),
    ("ization", "is", 4),
    ("ations", "", 4),
    ("ation", "", 4),
    ("ements", "", 5),
    ("ement", "", 5),
    ("ments", "", 4),
    ("ment", "", 4),
    ("ings", "", 4),
    ("edly", "", 4),
    ("ized", "is", 4),
    ("ises", "is", 4),
    ("izes", "is", 4),
    ("ize", "is", 4),
    ("ically", "", 4),
    ("ating", "", 4),
    ("ated", "", 4),
    ("ates", "", 4),
    ("ical", "", 4),
    ("ness", "", 4),
    ("ate", "", 4),
    ("est", "", 4),
    ("ics", "", 4),
    ("ing", "", 3),
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("ic", "", 4),
    ("ers", "", 4),
    ("ed", "", 3),
    ("er", "", 5),
    ("ly", "", 4),
    ("es", "", 4),
)

IRREGULAR = {
    "met": "meet",
    "led": "lead",
    "held": "hold",
    "left": "leave",
    "took": "take",
    "taken": "take",
    "gave": "give",
    "given": "give",
    "went": "go",
    "gone": "go",
    "came": "come",
    "won": "win",
    "lost": "lose",
    "fell": "fall",
    "fallen": "fall",
    "rose": "rise",
    "risen": "rise",
    "grew": "grow",
    "grown": "grow",
    "made": "make",
    "began": "begin",
    "begun": "begin",
    "found": "find",
    "brought": "bring",
    "bought": "buy",
    "sold": "sell",
    "sent": "send",
    "spoke": "speak",
    "spoken": "speak",
    "wrote": "write",
    "written": "write",
    "saw": "see",
    "seen": "see",
    "knew": "know",
    "known": "know",
    "paid": "pay",
    "killed": "kill",
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "died": "die",
    "dead": "die",
    "death": "die",
    "deaths": "die",
    "fought": "fight",
    "struck": "strike",
    "shot": "shoot",
    "stolen": "steal",
    "stole": "steal",
    "chose": "choose",
    "chosen": "choose",
    "built": "build",
    "used": "use",
    "using": "use",
}
"""Irregular forms that are frequent in news, brought to the form that the endings above lead to."""

_SHORTEST = 4
"""Shorter words are left as they are: "bus", "gas", "his"."""


_LOST_E = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")
_DOUBLED = re.compile(r"[^aeiou][aeiou]([bdgmnprt])\1")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a case-folded word without apostrophes. A number is its own stem."""
    if any(letter.isdigit() for letter in word):
        return word
    word = IRREGULAR.get(word, word)
    if len(word) < _SHORTEST:
        return word
    for ending, instead, left in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            return _even(_short(word[: -len(ending)]) + instead)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _even(word)


def _short(word: str) -> str:
    """What is left of a short word, spelled as before its ending: "vote" of "voted", "win" of "winning"."""
    if _LOST_E.fullmatch(word):
        return word + "e"
    return word[:-1] if _DOUBLED.fullmatch(word) else word


def _even(word: str) -> str:
    """The stem with its end made the same for all forms: one letter for a double one, no mute e, no y."""
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] != "s":
        word = word[:-1]
    if len(word) > _SHORTEST and word.endswith("e"):
        word = word[:-1]
    if len(word) > _SHORTEST and word.endswith("y"):
        word = word[:-1]
    return word
