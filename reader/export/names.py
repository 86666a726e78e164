"""What a source is called where several stand side by side: on the screen and in every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

NO_OUTLET = "no outlet"

STEM_CHARACTERS = 12
"""Characters of a file's name at most: enough to recognise it, little enough for the head of a column."""


def distinct_names(sources: Iterable[tuple[int, str | None, str]]) -> dict[int, str]:
    """A name for each article, no two alike.

    The outlet; with its file's name where another source has the same outlet; with its number where the file's name
    is the same as well.

    Args:
        sources: id, outlet (None if unknown) and origin of each article.
    """
    listed = [(number, outlet_name(outlet), origin) for number, outlet, origin in sources]
    outlets = Counter(outlet for _, outlet, _ in listed)
    longer = {
        number: f"{outlet} {file_stem(origin)}" if outlets[outlet] > 1 else outlet for number, outlet, origin in listed
    }
    taken = Counter(longer.values())
    return {number: f"{name} · {number}" if taken[name] > 1 else name for number, name in longer.items()}


def outlet_name(outlet: str | None) -> str:
    """What an outlet is called: a site that is only known by its address without the "www." before it."""
    return (outlet or NO_OUTLET).removeprefix("www.")


def file_stem(origin: str) -> str:
    """The short name of where an article was read from: "001" for "/news/001_5cb26da781a437b6.txt"."""
    stem = PurePosixPath(origin.split("?", maxsplit=1)[0]).stem
    head = stem.split("_")[0]
    return (head or stem)[:STEM_CHARACTERS]
