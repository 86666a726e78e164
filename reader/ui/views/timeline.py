"""View 5: what happened when, each thing once with its sources; stated dates told apart from inferred ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from reader.models.comparison import Comparison, DatedWords, Passage, TimelineEntry
from reader.models.titles import without_titles
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
    """The page of the dates, the earliest first; what several sources tell in one row is one block.

    Below it stands what single sources tell, a sentence a block, what one has besides its first ones folded.

    Args:
        comparison: its articles in the order of the columns.
        sources: by article.
        opened: keys of folded sentences that the person has unfolded.
    """
    blocks: list[Block] = []
    earlier = ""
    rows = {
        (reading.article, reading.start): row.key
        for row in without_titles(comparison, comparison.rows)
        for reading in row.readings
    }
    for entry in comparison.timeline:
        sentences = _sentences(entry, sources, rows, _gap(earlier, entry.date))
        for _, of_source in groupby(sentences, key=lambda block: block.words[0].article):
            blocks += _folded(tuple(of_source), sources, opened)
        earlier = entry.date
    return Page(tuple(blocks), 0, is_tight=True, has_rail=True, empty=NOTHING, legend=LEGEND if blocks else "")


def _sentences(
    entry: TimelineEntry, sources: Mapping[int, ComparedSource], rows: Mapping[tuple[int, int], str], gap: str
) -> list[Block]:
    """The blocks of one date: what most sources tell first, then the others source by source."""
    order = {article: place for place, article in enumerate(sources)}
    told: dict[str, list[Passage]] = {}
    for place in sorted(entry.readings, key=lambda place: (order.get(place.article, -1), place.start)):
        if place.article in order:
            told.setdefault(rows.get((place.article, place.start), str(place)), []).append(place)
    count = len({place.article for several in told.values() for place in several})
    heading = f"{_heading(entry, count)}{gap}"
    breadth = {key: len({place.article for place in several}) for key, several in told.items()}
    anchored: set[str] = set()
    ordered = sorted(told, key=lambda key: -breadth[key])
    return [_block(entry, told[key], sources, heading, anchored) for key in ordered]


def _block(
    entry: TimelineEntry,
    places: Sequence[Passage],
    sources: Mapping[int, ComparedSource],
    heading: str,
    anchored: set[str],
) -> Block:
    """One thing: the first source's sentence, who tells it too, and what its day was counted from, once a source."""
    place = places[0]
    inside = [each for each in entry.words if each.article == place.article and place.start <= each.start < place.end]
    stated = all(words.stated for words in inside) if inside else entry.stated
    text = sources[place.article].source.text
    marks = tuple(Mark(each.start, each.end, "value") for each in inside)
    words = [Words(place.article, text, place.start, place.end, "text", marks, place)]
    also = [
        sources[article].source.name
        for article in dict.fromkeys(each.article for each in places[1:])
        if article != place.article
    ]
    anchor = _anchor(inside)
    known = f"{place.article} {anchor}"
    notes = [f"also {', '.join(also)}"] if also else []
    if anchor and known not in anchored:
        anchored.add(known)
        notes.append(anchor)
    words += [Words(place.article, note, 0, len(note), "muted", (), place, 1) for note in notes]
    return Block(
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
