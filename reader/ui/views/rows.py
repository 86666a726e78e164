"""View 1: the titles and first sentences of all sources, then the aligned rows, what one source has alone folded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from reader.models.comparison import Comparison, Passage, Reading, Row
from reader.models.dismissals import SET_ASIDE, Disputes, row_differences, sign_of_differences
from reader.models.signs import SERIOUSNESS, sign_of
from reader.ui.comparison_grid import Source
from reader.ui.comparison_items import Listing, RowItem, RunItem, is_difference, items_of, topic_glyph
from reader.ui.views.page import Block, Mark, Page, Words

COLUMN_CELLS = 34
"""Cells that a column needs (UI.md): below, a sentence becomes a tower of words."""

SIDE_BY_SIDE_CELLS = 100
"""Width below which rows are stacked (UI.md)."""

REPEATED = 0.9
"""Share of words from which a source's second sentence in a row is a repetition (a standfirst of its paragraph)."""

MOSTLY_SHARED = 0.4
"""Share of a sentence that may differ for its differing words to be marked: beyond, all of it is in other words, and
marks would only be noise."""

NOTHING = "These articles share nothing that was found."


def rows_page(
    comparison: Comparison,
    rows: Sequence[Row],
    sources: Mapping[int, Source],
    heads: Sequence[Block],
    opened: frozenset[str],
    *,
    listing: Listing,
) -> Page:
    """The page of the rows.

    Args:
        comparison: dismissed differences marked, their rows settled.
        rows: its rows in the order of the reference.
        sources: names and painted texts, by article.
        heads: what stands above the rows.
        opened: keys of rows whose run the person has unfolded.
        listing: which rows, in which order.
    """
    disputes = Disputes.of(comparison)
    blocks = list(heads) if listing is Listing.READING else []
    section = "Rows" if blocks else ""
    if blocks:
        titles = {
            (head.article, sources[head.article].text[slice(*head.title)])
            for head in comparison.heads
            if head.title is not None and head.article in sources
        }
        rows = [row for row in rows if not _is_title(row, titles, sources)]
    for item in items_of(rows, opened, listing):
        if isinstance(item, RunItem):
            blocks.append(_run(item, sources, section))
        else:
            blocks.append(_row(item, disputes, sources, section))
    return Page(tuple(blocks), COLUMN_CELLS, stacked_below=SIDE_BY_SIDE_CELLS, empty=NOTHING)


def _is_title(row: Row, titles: Collection[tuple[int, str]], sources: Mapping[int, Source]) -> bool:
    """Whether a row only holds titles, which stand above the rows, and no more than a possible match joins them."""
    said = [(each.article, sources[each.article].text[each.start : each.end]) for each in row.readings]
    return sign_of(row) in "◦~" and all(each in titles for each in said)


def _row(item: RowItem, disputes: Disputes, sources: Mapping[int, Source], section: str) -> Block:
    row = item.row
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
        words=tuple(_words(reading, sources, is_loud=is_loud) for reading in _unrepeated(row, sources)),
        section=section,
        differs=is_difference(row),
        differences=tuple(each.key for each in differences),
    )


def _words(reading: Reading, sources: Mapping[int, Source], *, is_loud: bool) -> Words:
    """A sentence, what is at issue in it marked, and quietly or loudly what differs."""
    style = "differing" if is_loud else "worded"
    marks = [Mark(*stretch, style) for stretch in reading.differing] if _is_mostly_shared(reading) else []
    marks += [Mark(*stretch, "disputed") for stretch in reading.disputed]
    place = Passage(reading.article, reading.start, reading.end)
    text = sources[reading.article].text
    return Words(reading.article, text, reading.start, reading.end, "text", tuple(marks), place)


def _run(item: RunItem, sources: Mapping[int, Source], section: str) -> Block:
    """One line: the source, the beginning of what it alone says, and how much more there is."""
    first = item.rows[0].readings[0]
    source = sources[item.article]
    place = Passage(first.article, first.start, first.end)
    return Block(
        key=item.rows[0].key,
        signs="".join(sorted((sign_of(row) for row in item.rows), key=SERIOUSNESS.index)),
        title=((source.name, "name"),),
        words=(Words(item.article, source.text, first.start, first.end, "run", (), place),),
        tail=f"+ {len(item.rows) - 1} more" if len(item.rows) > 1 else "",
        section=section,
        is_folded=True,
    )


def _is_mostly_shared(reading: Reading) -> bool:
    """Whether a sentence says mostly the same as the others of its row, so that what differs is worth a mark."""
    differing = sum(end - start for start, end in reading.differing)
    return differing <= MOSTLY_SHARED * (reading.end - reading.start)


def _unrepeated(row: Row, sources: Mapping[int, Source]) -> tuple[Reading, ...]:
    """The readings, of those in which a source says the same thing only one: in which something is at issue, if any."""
    kept: dict[int, list[tuple[Reading, frozenset[str]]]] = {}
    for reading in sorted(row.readings, key=lambda each: not each.disputed):
        text = sources[reading.article].text[reading.start : reading.end]
        words = frozenset(text.casefold().translate(_PUNCTUATION).split())
        of_source = kept.setdefault(reading.article, [])
        if not any(len(words & each) >= REPEATED * len(words | each) for _, each in of_source):
            of_source.append((reading, words))
    chosen = {reading for of_source in kept.values() for reading, _ in of_source}
    return tuple(reading for reading in row.readings if reading in chosen)


_PUNCTUATION = str.maketrans("", "", ".,;:!?\"'“”‘’()")
