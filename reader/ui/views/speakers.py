"""Whom each source quotes, and how often. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.models.comparison import QuoteGroup
from reader.ui.text import ui_plain

UNNAMED = "not said who"


def speakers_of(quotes: Sequence[QuoteGroup]) -> dict[int, tuple[str, ...]]:
    """By article: "Etheridge 5", the one quoted most first; what nobody is known to have said comes last.

    A longer form of a name ("Bob Etheridge") is told by its shortest one.
    """
    counts: dict[int, Counter[str]] = {}
    names = [ui_plain(group.speaker) for group in quotes if group.speaker]
    short = {name: min((each for each in names if _ends_with(name, each)), key=len) for name in names}
    for group in quotes:
        speaker = short[ui_plain(group.speaker)] if group.speaker else UNNAMED
        for member in group.members:
            counts.setdefault(member.article, Counter())[speaker] += 1
    return {
        article: tuple(
            f"{name} {count}"
            for name, count in sorted(of.items(), key=lambda item: (item[0] == UNNAMED, -item[1], item[0]))
        )
        for article, of in counts.items()
    }


def _ends_with(name: str, other: str) -> bool:
    return f" {name}".endswith(f" {other}")
