"""View 1: how the sources differ. What each says first, whom it quotes, what it alone has; then the sections.

Every difference has a block of its own here, whatever other view shows it too: what ``]`` visits is this list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reader.models.comparison import Comparison, Difference, Head, Passage, Row, Topic
from reader.models.dismissals import Disputes, sign_of_differences
from reader.ui.comparison_items import MORE, SECTION_SIGNS, Section, sections_of
from reader.ui.sources import ComparedSource
from reader.ui.views.excerpt import excerpt
from reader.ui.views.page import Block, Mark, Page, Words
from reader.ui.views.rows import SIDE_BY_SIDE_CELLS, row_block
from reader.ui.views.speakers import speakers_of
from reader.ui.views.telling import telling

COLUMN_CELLS = 28
"""Cells of a column at least: three of them stand beside the labels at 120."""

LABEL_CELLS = 15
"""Cells of the labels: "quoted words" and the blanks beside it."""

TITLE_LINES = 4
"""Lines of a title at most: in a column of 28 cells nearly every title ends within them."""

LEAD_LINES = 4
"""Lines of a first sentence at most: who did what is in them."""

DIFFERENCE_LINES = 3
"""Lines of what one source says of a difference: the words at issue and those around them."""

FEW = 6
"""Differences that are shown at once; with more of them the sections below would be out of sight."""

TOLD = 4
"""Rows of a section of which a few words are told on its line."""

NO_TITLE = "no title"

KINDS: Mapping[Topic, str] = {
    Topic.FIGURE: "figure",
    Topic.DATE: "date",
    Topic.ROLE: "who did it",
    Topic.TENSE: "done or to be",
    Topic.NEGATION: "said or not",
    Topic.PRECISION: "how exact",
    Topic.NAME: "name",
    Topic.WORDING: "quoted words",
    Topic.CONTEXT: "context",
    Topic.QUOTE: "quotation",
    Topic.PLACE: "place",
}
"""What a difference is about, in words."""


def overview_page(
    comparison: Comparison,
    rows: Sequence[Row],
    sources: Mapping[int, ComparedSource],
    opened: frozenset[str],
    *,
    titles: Mapping[int, str],
    same: Mapping[int, Sequence[str]],
    is_stacked: bool,
) -> Page:
    """The page of the overview.

    Args:
        comparison: dismissed differences marked, its articles in the order of the columns.
        rows: its rows in the order of the reference.
        sources: by article.
        titles: titles that stand outside the texts of their articles, by article.
        same: names of the sources that carry the same text, by article.
        opened: keys of the sections that the person has unfolded.
        is_stacked: whether the sources stand below each other.
    """
    sections = sections_of(comparison, rows)
    alone = {section.article: len(section.rows) for section in sections if section.article is not None}
    heads = tuple(_heads(comparison, sources, titles, same, alone))
    blocks = [*(_below_each_other(heads, comparison.articles) if is_stacked else heads)]
    blocks += _differences(comparison.differences, sources, opened)
    disputes = Disputes.of(comparison)
    by_key = {row.key: row for row in comparison.rows}
    for section in sections:
        blocks.append(_section(section, comparison, sources, is_open=section.key in opened))
        if section.key in opened:
            blocks += [row_block(row, disputes, sources, by_key) for row in section.rows]
    return Page(tuple(blocks), COLUMN_CELLS, label_cells=LABEL_CELLS, stacked_below=SIDE_BY_SIDE_CELLS, empty=NOTHING)


NOTHING = "These articles share nothing that was found."


def _heads(
    comparison: Comparison,
    sources: Mapping[int, ComparedSource],
    titles: Mapping[int, str],
    same: Mapping[int, Sequence[str]],
    alone: Mapping[int, int],
) -> Iterator[Block]:
    """What is said of every source: a block for each question, with the answer of each source in its column."""
    order = {article: place for place, article in enumerate(comparison.articles)}
    heads = sorted((head for head in comparison.heads if head.article in order), key=lambda head: order[head.article])
    headlines = [
        words
        for head in heads
        for words in (_title(head, sources, titles), *_same_text(head.article, same.get(head.article, ())))
    ]
    yield from _unless_empty(_head("heads.titles", "Headline", headlines))
    leads = [
        _stretch(sources[head.article], head.lead, head.lead_words, "text", LEAD_LINES) for head in heads if head.lead
    ]
    yield from _unless_empty(_head("heads.leads", "Opens with", leads))
    quoted = speakers_of(comparison.quotes)
    said = [_told(article, quoted[article], "Quotes ") for article in comparison.articles if article in quoted]
    yield from _unless_empty(_head("heads.quotes", "Quotes", said))
    counts = _sentences(comparison)
    if len(comparison.articles) > 1:
        here = [
            _told(article, f"{alone.get(article, 0)} of {counts[article]}", "Only here ")
            for article in comparison.articles
            if article in counts
        ]
        yield from _unless_empty(_head("heads.alone", "Only here", here))


def _head(key: str, label: str, words: Sequence[Words]) -> Block:
    return Block(key, title=((label, "label"),), words=tuple(words), is_paged=True, is_close=key != "heads.leads")


def _unless_empty(block: Block) -> Iterator[Block]:
    if block.words:
        yield block


def _title(head: Head, sources: Mapping[int, ComparedSource], titles: Mapping[int, str]) -> Words:
    if head.title is not None:
        return _stretch(
            sources[head.article], head.title, head.title_words, "text" if head.title_words else "heading", TITLE_LINES
        )
    told = titles.get(head.article, "")
    return Words(head.article, told or NO_TITLE, 0, len(told or NO_TITLE), "heading" if told else "muted", lines=4)


def _stretch(
    source: ComparedSource, span: tuple[int, int], words: Sequence[tuple[int, int]], style: str, lines: int
) -> Words:
    """A title or first sentence, the words marked that no other one has."""
    marks = tuple(Mark(start, end, "differing") for start, end in words)
    article = source.article.id
    return Words(article, source.source.text, *span, style, marks, Passage(article, *span), lines, 1)


def _same_text(article: int, names: Sequence[str]) -> Iterator[Words]:
    if names:
        yield _told(article, ", ".join(names), "same text: ", is_label_shown=True)


def _told(article: int, said: str, label: str, *, is_label_shown: bool = False) -> Words:
    text = label + said
    return Words(article, text, 0 if is_label_shown else len(label), len(text), "text", (), None, 3, 1)


def _sentences(comparison: Comparison) -> dict[int, int]:
    """How many sentences of each article are in the rows."""
    counts: dict[int, int] = {}
    for row in comparison.rows:
        for reading in row.readings:
            counts[reading.article] = counts.get(reading.article, 0) + 1
    return counts


def _below_each_other(heads: Sequence[Block], articles: Sequence[int]) -> Iterator[Block]:
    """The same, source after source: what was a column is a block, its short answers on one line with their labels."""
    for article in articles:
        words = [each for block in heads for each in block.words if each.article == article]
        told = " · ".join(each.text for each in words if each.place is None and each.start)
        placed = tuple(each for each in words if each.place is not None or not each.start)
        if words:
            line = Words(article, told, 0, len(told), "muted", lines=1)
            yield Block(f"head {article}", words=(*placed, line), is_paged=True, is_close=True)


def _differences(
    differences: Sequence[Difference], sources: Mapping[int, ComparedSource], opened: frozenset[str]
) -> list[Block]:
    """A block for each, sure ones first and those last that are set aside; beyond a few, one line for the others."""
    ordered = sorted(differences, key=lambda each: "!?×".index(sign_of_differences([each])))
    shown = ordered if MORE in opened or len(ordered) <= FEW else ordered[: FEW - 1]
    blocks = [_difference(each, sources) for each in shown]
    if len(shown) < len(ordered):
        rest = ordered[len(shown) :]
        kinds = " · ".join(dict.fromkeys(KINDS[each.kind] for each in rest))
        words = (Words(rest[0].readings[0].article, kinds, 0, len(kinds), "run"),)
        signs = "".join(sign_of_differences([each]) for each in rest)
        blocks.append(Block(MORE, signs, title=((f"{len(rest)} more differ ▸", "label"),), words=words, is_folded=True))
    return blocks


def _difference(difference: Difference, sources: Mapping[int, ComparedSource]) -> Block:
    words = []
    for passage in difference.readings:
        source = sources[passage.article]
        place = source.sentence_at(passage.start)
        mark = "disputed" if not difference.dismissed else "muted"
        words.append(excerpt(source.source.text, place, passage.start, passage.end, mark, lines=DIFFERENCE_LINES))
    return Block(
        key=difference.key,
        signs=sign_of_differences([difference]),
        title=((KINDS[difference.kind], "label"),),
        words=tuple(words),
        differs=not difference.dismissed,
        differences=(difference.key,),
    )


def _section(
    section: Section, comparison: Comparison, sources: Mapping[int, ComparedSource], *, is_open: bool
) -> Block:
    """One line: the sign, how many, who, and a few words of the first rows."""
    name = section.title(len(comparison.articles), sources[section.article].source.name if section.article else "")
    told = " · ".join(
        dict.fromkeys(
            telling(sources[first.article], Passage(first.article, first.start, first.end))
            for first in (row.readings[0] for row in section.rows[:TOLD])
        )
    )
    article = section.rows[0].readings[0].article
    words = () if is_open else (Words(article, told, 0, len(told), "run"),)
    fold = "▾" if is_open else "▸"
    return Block(
        key=section.key,
        signs=SECTION_SIGNS[section.kind],
        title=((f"{len(section.rows)} {name} {fold}", "label"),),
        words=words,
        is_folded=True,
    )
