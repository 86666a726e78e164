"""The top of view 1: titles and first sentences of all sources, side by side; folded where there is little room.

What the sources share comes right below, and is to be seen when the screen opens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.models.comparison import Head, Passage
from reader.ui.comparison_grid import Source
from reader.ui.views.page import Block, Words

TITLE_LINES = 3
"""Lines of a title at most: in a column they hold some 15 words, more than most titles have; stacked it is one line."""

LEAD_LINES = 4
"""Lines of a first sentence at most: in a column they hold some 25 words, which is most of them."""

FEW = 6
"""Sources up to which titles are not folded where they stand below each other: more would fill a screen of 24 lines."""

TITLES, BOTH, LEADS = "Titles", "Titles and first sentences", "First sentences"

NO_TITLE = "no title"


def head_blocks(
    heads: Sequence[Head],
    sources: Mapping[int, Source],
    known_titles: Mapping[int, str],
    same: Mapping[int, Sequence[str]],
    opened: frozenset[str] = frozenset(),
    *,
    is_low: bool = False,
) -> tuple[Block, ...]:
    """Two blocks, or one where no source has a first sentence.

    Args:
        heads: of the sources that have a column.
        sources: names and painted texts, by article.
        known_titles: titles that stand outside the texts of those articles, by article.
        same: the names of the sources that carry the same text, by article.
        opened: keys of folded blocks that the person has unfolded.
        is_low: whether there is little room: sources stand below each other, or there are few lines.
    """
    titles: list[Words] = []
    leads: list[Words] = []
    for head in heads:
        if head.article not in sources:
            continue
        text = sources[head.article].text
        if head.title is not None:
            place = Passage(head.article, *head.title)
            titles.append(Words(head.article, text, *head.title, "heading", (), place, TITLE_LINES, 1))
        else:
            told = known_titles.get(head.article, "")
            style = "heading" if told else "muted"
            told = told or NO_TITLE
            titles.append(Words(head.article, told, 0, len(told), style, (), None, TITLE_LINES, 1))
        if same.get(head.article):
            told = f"same text: {', '.join(same[head.article])}"
            titles.append(Words(head.article, told, 0, len(told), "muted"))
        if head.lead is not None:
            leads.append(
                Words(head.article, text, *head.lead, "text", (), Passage(head.article, *head.lead), LEAD_LINES)
            )
    folds_titles = is_low and len(heads) > FEW and "heads.titles" not in opened
    folds_leads = is_low and "heads.leads" not in opened
    # A folded block says itself what it is.
    section = (BOTH if leads and not folds_leads else TITLES) if not folds_titles else ""
    blocks = [
        _block("heads.titles", titles, section, TITLES, folds=folds_titles),
        _block("heads.leads", leads, section or ("" if folds_leads else LEADS), LEADS, folds=folds_leads),
    ]
    return tuple(block for block in blocks if block.words)


def _block(key: str, words: Sequence[Words], section: str, name: str, *, folds: bool) -> Block:
    """The words of all sources, or the beginning of the first one's."""
    if not folds:
        return Block(key, words=tuple(words), section=section, is_paged=True)
    first = tuple(replace(each, style="run") for each in words[:1])
    tail = f"+ {len(words) - 1} more" if len(words) > 1 else ""
    return Block(key, title=((name, "muted"),), words=first, tail=tail, section=section, is_folded=True, is_close=True)
