"""The aligned rows: what each source says of one thing, what one source has alone folded; parts of view 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reader.models.comparison import Comparison, Passage, Reading, Row
from reader.models.dismissals import SET_ASIDE, Disputes, row_differences, sign_of_differences
from reader.models.signs import SERIOUSNESS, sign_of
from reader.models.titles import without_titles
from reader.ui.comparison_items import Listing, RunItem, is_difference, items_of, topic_glyph
from reader.ui.sources import ComparedSource
from reader.ui.views.page import Block, Mark, Page, Words

COLUMN_CELLS = 34
"""Cells that a column needs: below, a sentence becomes a tower of words."""

PARTNER_LINES = 4
"""Lines of a sentence that may say the same as another source's."""

SIDE_BY_SIDE_CELLS = 100
"""Width below which rows are stacked (UI.md)."""

REPEATED = 0.9
"""Share of words from which a source's second sentence in a row is a repetition (a standfirst of its paragraph)."""

NOTHING = "These articles share nothing that was found."


def rows_page(
    comparison: Comparison,
    rows: Sequence[Row],
    sources: Mapping[int, ComparedSource],
    opened: frozenset[str],
    *,
    listing: Listing,
    article: int | None,
) -> Page:
    """The page of the rows.

    Args:
        comparison: dismissed differences marked, their rows settled.
        rows: its rows in the order of the reference.
        sources: names and painted texts, by article.
        opened: keys of rows whose run the person has unfolded.
        listing: which rows, in which order.
        article: the source whose own rows are listed, where they alone are.
    """
    disputes = Disputes.of(comparison)
    by_key = {row.key: row for row in comparison.rows}
    blocks = [
        _run(item, sources) if isinstance(item, RunItem) else row_block(item.row, disputes, sources, by_key)
        for item in items_of(without_titles(comparison, rows), opened, listing, article)
    ]
    return Page(tuple(blocks), COLUMN_CELLS, stacked_below=SIDE_BY_SIDE_CELLS, empty=NOTHING)


def row_block(row: Row, disputes: Disputes, sources: Mapping[int, ComparedSource], by_key: Mapping[str, Row]) -> Block:
    """What each source says; beside a sentence that is only possibly matched, what it may be matched with."""
    differences = row_differences(disputes, row)
    sign = sign_of(row)
    if sign not in "!?" and sign_of_differences(differences) == SET_ASIDE:
        sign = SET_ASIDE
    # The words at issue are the loudest thing of a row; where it is not known which they are, all that differ are loud.
    is_loud = sign in "!?" and not any(reading.disputed for reading in row.readings)
    return Block(
        key=row.key,
        signs=sign,
        glyph=topic_glyph(row),
        words=(
            *(_words(reading, sources, is_loud=is_loud) for reading in _unrepeated(row, sources)),
            *(_partners(row, by_key, sources) if sign == "~" else ()),
        ),
        differs=is_difference(row),
        differences=tuple(each.key for each in differences),
    )


def _words(reading: Reading, sources: Mapping[int, ComparedSource], *, is_loud: bool) -> Words:
    """A sentence, what is at issue in it marked, and quietly or loudly what differs."""
    style = "differing" if is_loud else "worded"
    marks = [Mark(*stretch, style) for stretch in reading.differing]
    marks += [Mark(*stretch, "disputed") for stretch in reading.disputed]
    place = Passage(reading.article, reading.start, reading.end)
    text = sources[reading.article].source.text
    return Words(reading.article, text, reading.start, reading.end, "text", tuple(marks), place)


def _partners(row: Row, by_key: Mapping[str, Row], sources: Mapping[int, ComparedSource]) -> Iterator[Words]:
    """The sentences of other sources that a possible match leads to, the first of each source, quietly."""
    told = {reading.article for reading in row.readings}
    for key in row.see:
        for reading in by_key[key].readings if key in by_key else ():
            if reading.article not in told and reading.article in sources:
                told.add(reading.article)
                place = Passage(reading.article, reading.start, reading.end)
                text = sources[reading.article].source.text
                yield Words(reading.article, text, reading.start, reading.end, "muted", (), place, PARTNER_LINES)


def _run(item: RunItem, sources: Mapping[int, ComparedSource]) -> Block:
    """One line: the source, the beginning of what it alone says, and how much more there is."""
    first = item.rows[0].readings[0]
    source = sources[item.article].source
    place = Passage(first.article, first.start, first.end)
    return Block(
        key=item.rows[0].key,
        signs="".join(sorted((sign_of(row) for row in item.rows), key=SERIOUSNESS.index)),
        title=((source.name, "name"),),
        words=(Words(item.article, source.text, first.start, first.end, "run", (), place),),
        tail=f"+ {len(item.rows) - 1} more" if len(item.rows) > 1 else "",
        is_folded=True,
    )


def _unrepeated(row: Row, sources: Mapping[int, ComparedSource]) -> tuple[Reading, ...]:
    """The readings, of those in which a source says the same thing only one: in which something is at issue, if any."""
    kept: dict[int, list[tuple[Reading, frozenset[str]]]] = {}
    for reading in sorted(row.readings, key=lambda each: not each.disputed):
        text = sources[reading.article].source.text[reading.start : reading.end]
        words = frozenset(text.casefold().translate(_PUNCTUATION).split())
        of_source = kept.setdefault(reading.article, [])
        if not any(len(words & each) >= REPEATED * len(words | each) for _, each in of_source):
            of_source.append((reading, words))
    chosen = {reading for of_source in kept.values() for reading, _ in of_source}
    return tuple(reading for reading in row.readings if reading in chosen)


_PUNCTUATION = str.maketrans("", "", ".,;:!?\"'“”‘’()")
