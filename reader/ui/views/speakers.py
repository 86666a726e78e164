"""Whom each source quotes, and how often. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reader.models.comparison import QuoteGroup
from reader.ui.text import ui_plain

UNNAMED = "not said who"

MOST = 3
"""Names told of one source; of more, how many others there are."""


def speakers_of(quotes: Sequence[QuoteGroup]) -> dict[int, str]:
    """By article: "Etheridge 5, Moran 1", the one quoted most first, what nobody is known to have said last.

    Forms of a name that end alike ("Bob Etheridge", "Etheridge") are one, told by the shortest.
    """
    short = _short_forms(ui_plain(group.speaker) for group in quotes if group.speaker)
    counts: dict[int, Counter[str]] = {}
    for group in quotes:
        speaker = short[_last_word(ui_plain(group.speaker))] if group.speaker else UNNAMED
        for member in group.members:
            counts.setdefault(member.article, Counter())[speaker] += 1
    return {article: _told(of) for article, of in counts.items()}


def _told(counts: Counter[str]) -> str:
    ordered = sorted(counts.items(), key=lambda item: (item[0] == UNNAMED, -item[1], item[0]))
    told = [f"{name} {count}" for name, count in ordered[:MOST]]
    if len(ordered) > MOST:
        told.append(f"{len(ordered) - MOST} more")
    return ", ".join(told)


def _short_forms(names: Iterable[str]) -> dict[str, str]:
    short: dict[str, str] = {}
    for name in names:
        last = _last_word(name)
        short[last] = min(short.get(last, name), name, key=lambda each: (len(each), each))
    return short


def _last_word(name: str) -> str:
    return name.rpartition(" ")[2].casefold()
