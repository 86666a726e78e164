"""View 5: the dated sentences of all sources on one line of time, stated dates told apart from inferred ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby

from reader.models.comparison import Comparison, DatedWords, TimelineEntry
from reader.ui.dates import day_in_words, weekday
from reader.ui.sources import ComparedSource
from reader.ui.views.page import Block, Mark, Page, Words

MONTHS_TOLD_AS_YEARS = 24
"""Months from which a gap is told in years."""

SHOWN = 2
"""Sentences of a source on one date that are shown at once: a look back at a year may have a dozen."""

STATED, INFERRED = "●", "○"

NOTHING = "No date was found in these articles."
LEGEND = f"{STATED} the source states the date   {INFERRED} ~ inferred from the article's day"


def time_page(comparison: Comparison, sources: Mapping[int, ComparedSource], opened: frozenset[str]) -> Page:
    """The page of the dates, the earliest first; a sentence is one block, or what a source has besides its first ones.

    Args:
        comparison: its articles in the order of the columns.
        sources: by article.
        opened: keys of folded sentences that the person has unfolded.
    """
    blocks: list[Block] = []
    earlier = ""
    for entry in comparison.timeline:
        sentences = _sentences(entry, sources, _gap(earlier, entry.date))
        for _, of_source in groupby(sentences, key=lambda block: block.words[0].article):
            blocks += _folded(tuple(of_source), sources, opened)
        earlier = entry.date
    return Page(tuple(blocks), 0, is_tight=True, has_rail=True, empty=NOTHING, legend=LEGEND if blocks else "")


def _sentences(entry: TimelineEntry, sources: Mapping[int, ComparedSource], gap: str) -> Iterator[Block]:
    order = {article: place for place, article in enumerate(sources)}
    readings = [place for place in entry.readings if place.article in order]
    count = len({place.article for place in readings})
    heading = f"{_heading(entry, count)}{gap}"
    told: set[str] = set()
    for place in sorted(readings, key=lambda place: (order[place.article], place.start)):
        inside = [
            words for words in entry.words if words.article == place.article and place.start <= words.start < place.end
        ]
        stated = all(words.stated for words in inside) if inside else entry.stated
        text = sources[place.article].source.text
        anchor = _anchor(inside)
        # Once for each source: its other dates of that day were counted from the same one.
        known = f"{place.article} {anchor}"
        anchor, told = ("" if known in told else anchor), told | {known}
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


def _folded(
    blocks: tuple[Block, ...], sources: Mapping[int, ComparedSource], opened: frozenset[str]
) -> tuple[Block, ...]:
    """What one source says of one date: its first sentences, the others on one line until they are unfolded."""
    first, rest = blocks[:SHOWN], blocks[SHOWN:]
    if len(rest) < 2 or rest[0].key in opened:
        return blocks
    article = rest[0].words[0].article
    line = replace(
        rest[0],
        signs="".join(block.signs for block in rest),
        title=((sources[article].source.name, "name"),),
        words=(replace(rest[0].words[0], style="run", marks=()),),
        tail=f"+ {len(rest) - 1} more",
        is_folded=True,
    )
    return (*first, line)


def _heading(entry: TimelineEntry, count: int) -> str:
    tilde = "" if entry.stated else "~"
    several = f" · {count} sources" if count > 1 else ""
    return f"{tilde}{weekday(entry.date)}{day_in_words(entry.date)}{several}"


def _gap(earlier: str, later: str) -> str:
    """How much later, in years or months; "" for less, and where a date is not precise enough to say."""
    before, after = _year_and_month(earlier), _year_and_month(later)
    if before is None or after is None:
        return ""
    months = 12 * (after[0] - before[0]) + (after[1] or 1) - (before[1] or 1)
    if before[1] is None or after[1] is None or months >= MONTHS_TOLD_AS_YEARS:
        years = after[0] - before[0]
        return f"   {years} year{'s' * (years != 1)} later" if years > 0 else ""
    return f"   {months} month{'s' * (months != 1)} later" if months > 1 else ""


def _year_and_month(value: str) -> tuple[int, int | None] | None:
    year, _, rest = value.partition("/")[0].partition("T")[0].partition("-")
    month = rest.partition("-")[0]
    if not (year.isdecimal() and year.isascii()):
        return None
    return int(year), int(month) if month.isdecimal() and month.isascii() else None


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
