"""Headlines In Title Case, read as sentences: before the parse of a line, which takes every capital for a name.

"Ministry Will Close Plant" is a row of names to a parser that was trained on running text; "ministry will close plant"
is a clause. The names that the article is known to have keep their capitals. No offset changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_WORD = re.compile(r"[^\W\d_]+(?:['’‘][^\W\d_]+)*")

MOST_CAPITALS = 0.5
"""A line of which a greater share of the words outside names is capitalised is in title case, or in capitals."""

FEWEST_WORDS = 3
"""Words outside names by which the case of a line is told."""


def in_sentence_case(line: str, names: Collection[str]) -> str:
    """The line with lower-case words, if it is in title case; as long as before.

    Args:
        line: a headline.
        names: words, as written, that are names in its article.
    """
    known = {name.casefold() for name in names}
    words = [word for word in _WORD.finditer(line, 1) if _bare(word.group()) not in known]
    capitals = sum(word.group()[0].isupper() for word in words)
    if len(words) < FEWEST_WORDS or capitals <= MOST_CAPITALS * len(words):
        return line
    letters = list(line)
    for word in words:
        if word.group().isupper() and not line.isupper():
            continue  # an abbreviation
        letters[word.start() : word.end()] = map(_lowered, word.group())
    return "".join(letters)


def _bare(word: str) -> str:
    return re.sub(r"['’‘]s?$", "", word).casefold()


def _lowered(letter: str) -> str:
    """The small letter, if it is one letter too."""
    small = letter.lower()
    return small if len(small) == 1 else letter
