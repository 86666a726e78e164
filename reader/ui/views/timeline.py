"""View 5: the dated sentences of all sources on one line of time, stated dates told apart from inferred ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from reader.models.comparison import Comparison, DatedWords, TimelineEntry
from reader.ui.dates import day_in_words, weekday
from reader.ui.sources import ComparedSource
from reader.ui.views.page import Block, Mark, Page, Words

STATED, INFERRED = "●", "○"

NOTHING = "No date was found in these articles."
LEGEND = f"{STATED} the source states the date   {INFERRED} ~ inferred from the article's day"


def time_page(comparison: Comparison, sources: Mapping[int, ComparedSource]) -> Page:
    """The page of the dates, the earliest first; a sentence is one block.

    Args:
        comparison: its articles in the order of the columns.
        sources: by article.
    """
    blocks = tuple(block for entry in comparison.timeline for block in _sentences(entry, sources))
    return Page(blocks, 0, is_tight=True, empty=NOTHING, legend=LEGEND if blocks else "")


def _sentences(entry: TimelineEntry, sources: Mapping[int, ComparedSource]) -> Iterator[Block]:
    order = {article: place for place, article in enumerate(sources)}
    readings = [place for place in entry.readings if place.article in order]
    count = len({place.article for place in readings})
    heading = _heading(entry, count)
    for place in sorted(readings, key=lambda place: (order[place.article], place.start)):
        inside = [
            words for words in entry.words if words.article == place.article and place.start <= words.start < place.end
        ]
        stated = all(words.stated for words in inside) if inside else entry.stated
        text = sources[place.article].source.text
        anchor = _anchor(inside)
        words = [
            Words(
                place.article,
                text,
                place.start,
                place.end,
                "text",
                tuple(Mark(each.start, each.end, "value") for each in inside),
                place,
            )
        ]
        if anchor:
            words.append(Words(place.article, anchor, 0, len(anchor), "muted", (), place, 1))
        yield Block(
            key=f"{entry.date} {place.article} {place.start}",
            signs=STATED if stated else INFERRED,
            glyph=" " if stated else "~",
            words=tuple(words),
            section=heading,
        )


def _heading(entry: TimelineEntry, count: int) -> str:
    tilde = "" if entry.stated else "~"
    several = f" · {count} sources" if count > 1 else ""
    return f"{tilde}{weekday(entry.date)}{day_in_words(entry.date)}{several}"


def _anchor(words: list[DatedWords]) -> str:
    """What an inferred date was resolved against."""
    days = dict.fromkeys(each.anchor for each in words if not each.stated and each.anchor)
    told = [day_in_words(day) for day in days if _is_day(day)]
    return f"~ counted from {', '.join(told)}" if told else ""


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return False
    return True
