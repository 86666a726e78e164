"""Numbers that are part of a name and count nothing: "Article 5", "Apollo 11", "Flight 175", "game seven"."""

from __future__ import annotations

from typing import Final

from reader.analysis.figures.counted import has_singular_head, is_plural
from reader.analysis.figures.numbers import Form, Number
from reader.analysis.figures.tokens import Token
from reader.analysis.wordlists import words

_DESIGNATORS: Final = words(
    "article articles chapter section route channel resolution flight highway interstate platform room page line rule "
    "number no group phase stage level type figure version category grade tier boeing airbus apollo unit block "
    "terminal gate lap game turn round episode lane pier ward district"
)
"""Words that a number names rather than counts."""
_NUMBERED: Final = words("flight lap game turn round episode chapter stage phase lane gate platform terminal")
"""Those of them after which a number is part of the name in words too ("game seven"), whatever follows."""
_GRADES: Final = words("category grade tier level phase stage")
"""Designators that stand before the noun they grade ("Category 3 hurricane")."""
_AFTER_DESIGNATION: Final = words(
    "of and or in on at by to from for with was were is are has had will would can could may said says carrying which "
    "that landed crashed opened closed took went came"
)
"""Words after a number that is part of a name: nothing is counted."""
_AIRLINERS: Final = frozenset({707, 717, 727, 737, 747, 757, 767, 777, 787})
"""Types of airliners; of aircraft nobody counts so many by chance."""
_AIRCRAFT: Final = words("aircraft aeroplane airplane plane planes jet jets jumbo airliner airliners s")


def is_designation(tokens: list[Token], number: Number) -> bool:
    """Whether a bare number is part of a name."""
    first, last = number.first, number.last
    follower = tokens[last] if last < len(tokens) else None
    if number.value in _AIRLINERS and follower is not None and follower.lower in _AIRCRAFT:
        return True
    if not first or number.form not in {Form.PLAIN, Form.RANGE, Form.SCORE}:
        return False
    name = tokens[first - 1]
    if name.lower in _NUMBERED and not (follower is not None and is_plural(follower.lower)):
        return True
    return tokens[first].is_number and _is_name_in_digits(tokens, number, name, follower)


def _is_name_in_digits(tokens: list[Token], number: Number, name: Token, follower: Token | None) -> bool:
    """Whether digits after a designator, or after a name, are part of it."""
    if name.lower in _GRADES:
        return True
    if name.lower in _DESIGNATORS:
        return follower is None or not follower.text.isalpha() or follower.lower in _AFTER_DESIGNATION
    if not name.is_word or number.first == 1 or not any(letter.isupper() for letter in name.text):
        return False
    if follower is None or not follower.is_word or follower.lower in _AFTER_DESIGNATION:
        return True
    return number.value > 1 and number.form is Form.PLAIN and has_singular_head(tokens, number.last)
