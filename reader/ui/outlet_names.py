"""Outlets where a line has room for some letters only."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.export.names import outlet_name

LONGEST = 8
"""Cells of a short name: "Guardian", "HuffPost"; what has several words has three or four letters."""

_ARTICLE = re.compile(r"^(the|la|le|el|der|die|das)\s+(?=\S)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=2000)
def short_outlet(outlet: str) -> str:
    """Some letters that stand for an outlet: "NYT", "FN", "BBC", "HP", "Guardian", "lemonde"."""
    name = _ARTICLE.sub("", outlet_name(outlet))
    if "." in name and " " not in name:
        name = name.split(".")[-2] if name.count(".") else name
    words = _WORD.findall(name)
    acronym = next((word for word in words if word.isupper() and 1 < len(word) <= LONGEST), "")
    capitals = "".join(letter for word in words for letter in word if letter.isupper())
    if acronym or len(capitals) > 1:
        return acronym or capitals[:4]
    return name[:LONGEST].rstrip()
