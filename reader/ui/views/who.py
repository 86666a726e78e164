"""View 4: who is in which source, and who is left out: mentions by entity and source, as numbers and bars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reader.models.annotations import Kind
from reader.models.comparison import Comparison, Coverage
from reader.ui.layout import fit
from reader.ui.sources import ComparedSource
from reader.ui.text import ui_plain
from reader.ui.views.page import Block, Mark, Page, Words

LABEL_CELLS = 26
"""Cells of the names: most names of people and offices."""

COLUMN_CELLS = 12
"""Cells of a column: a bar, a blank, a number."""

WIDEST_COLUMN = 28
"""Cells of a column at most: the name of most outlets; beyond, the numbers of a line stand too far apart to compare."""

SIDE_BY_SIDE_CELLS = 62
"""Width below which the counts of an entity stand below each other: fewer than two columns beside the name."""

BAR_CELLS = 8
"""Cells of the longest bar, and the mentions that fill it at least: one mention is never a long bar."""

_EIGHTHS = " ▏▎▍▌▋▊▉█"

LEFT_OUT = "◦"
"""The sign of a name that a source leaves out though others have it."""

NOTHING = "No names were found in these articles."
LEGEND = f"mentions in each source · {LEFT_OUT} left out by a source"

_HEADINGS = {
    Kind.PERSON: "People",
    Kind.ORG: "Organisations",
    Kind.PLACE: "Places",
    Kind.GROUP: "Groups",
    Kind.OTHER: "Other names",
}


def who_page(comparison: Comparison, sources: Mapping[int, ComparedSource], opened: frozenset[str]) -> Page:
    """The page of the names.

    Args:
        comparison: its articles in the order of the columns.
        sources: by article.
        opened: keys of folded names that the person has unfolded.
    """
    rows = [each for each in comparison.coverage if any(number for _, number in each.counts)]
    most = max(BAR_CELLS, *(number for each in rows for _, number in each.counts), 1)
    blocks: list[Block] = []
    for kind, heading in _HEADINGS.items():
        of_kind = sorted((each for each in rows if each.kind is kind), key=imbalance, reverse=True)
        blocks += _blocks(of_kind, heading, most, sources, opened)
    return Page(
        tuple(blocks),
        COLUMN_CELLS,
        label_cells=LABEL_CELLS,
        widest_column=WIDEST_COLUMN,
        stacked_below=SIDE_BY_SIDE_CELLS,
        is_tight=True,
        empty=NOTHING,
        legend=LEGEND if blocks else "",
    )


def imbalance(coverage: Coverage) -> tuple[int, float, int]:
    """What names are sorted by, the greatest first: left out by few of many sources; then unevenly covered.

    A name in one of three sources or more says least: it comes last, by its mentions.
    """
    numbers = [number for _, number in coverage.counts]
    present = sum(number > 0 for number in numbers)
    if present == len(numbers):
        return 1, 1 - min(numbers) / max(numbers), max(numbers)
    if present == 1 and len(numbers) > 2:
        return 0, 0.0, max(numbers)
    return 2, present / len(numbers), sum(numbers)


def _blocks(
    rows: Sequence[Coverage], heading: str, most: int, sources: Mapping[int, ComparedSource], opened: frozenset[str]
) -> Iterator[Block]:
    for rank, run in groupby(rows, key=lambda each: imbalance(each)[0]):
        several = tuple(run)
        key = f"in one source {heading}"
        if rank == 0 and key not in opened and len(several) > 1:
            yield _folded(key, several, heading, sources)
        else:
            for each in several:
                at = key if rank == 0 and each is several[0] else f"entity {each.entity}"
                yield _entity(at, each, heading, most, sources)


def _entity(key: str, coverage: Coverage, heading: str, most: int, sources: Mapping[int, ComparedSource]) -> Block:
    words = []
    for article, number in coverage.counts:
        if number and article in sources:
            bar = _bar(number, most)
            told = f"{bar} {number}"
            places = sources[article].mentions_of(coverage.entity)
            place = sources[article].sentence_at(places[0]) if places else None
            marks = (Mark(0, len(bar), "muted"),)
            words.append(Words(article, told, 0, len(told), "text", marks, place, 1))
    missing = len(coverage.counts) - sum(number > 0 for _, number in coverage.counts)
    share = f" {len(words)}/{len(coverage.counts)}" if missing and len(coverage.counts) > 3 else ""
    name = fit(ui_plain(coverage.name), LABEL_CELLS - 2 - len(share))
    return Block(
        key=key,
        signs=LEFT_OUT if missing else "=",
        title=((f"{name}{share}", "label"),),
        words=tuple(words),
        section=heading,
        is_paged=True,
        entity=coverage.entity,
    )


def _folded(key: str, rows: Sequence[Coverage], heading: str, sources: Mapping[int, ComparedSource]) -> Block:
    names = ", ".join(ui_plain(each.name) for each in rows)
    article = next(article for article, number in rows[0].counts if number)
    return Block(
        key=key,
        signs=LEFT_OUT * len(rows),
        title=(("in one source", "muted"),),
        words=(Words(article if article in sources else next(iter(sources)), names, 0, len(names), "run"),),
        tail=f"{len(rows)} in all",
        section=heading,
        is_folded=True,
    )


def _bar(number: int, most: int) -> str:
    """A bar of up to ``BAR_CELLS`` cells, in eighths of a cell; never empty."""
    eighths = max(1, round(number * BAR_CELLS * 8 / max(1, most)))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
