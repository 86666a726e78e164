"""The top of view 1: the titles and the first sentences of all sources, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.models.comparison import Head, Passage
from reader.ui.comparison_grid import Source
from reader.ui.views.page import Block, Words

LEAD_LINES = 6
"""Lines of a first sentence at most: in a column they hold some 40 words, more than most first sentences have."""

FEW = 6
"""Sources up to which first sentences are shown whole where they stand below each other."""

NO_TITLE = "no title"


def head_blocks(
    heads: Sequence[Head],
    sources: Mapping[int, Source],
    known_titles: Mapping[int, str],
    same: Mapping[int, Sequence[str]],
) -> tuple[Block, ...]:
    """Two blocks, or one where no source has a first sentence.

    Args:
        heads: of the sources that have a column.
        sources: names and painted texts, by article.
        known_titles: titles that stand outside the texts of those articles, by article.
        same: the names of the sources that carry the same text, by article.
    """
    titles: list[Words] = []
    leads: list[Words] = []
    for head in heads:
        if head.article not in sources:
            continue
        text = sources[head.article].text
        if head.title is not None:
            titles.append(Words(head.article, text, *head.title, "heading", (), Passage(head.article, *head.title)))
        else:
            told = known_titles.get(head.article, "")
            style = "heading" if told else "muted"
            titles.append(Words(head.article, told or NO_TITLE, 0, len(told or NO_TITLE), style))
        if same.get(head.article):
            told = f"same text: {', '.join(same[head.article])}"
            titles.append(Words(head.article, told, 0, len(told), "muted"))
        if head.lead is not None:
            lines = LEAD_LINES if len(heads) <= FEW else LEAD_LINES // 3
            place = Passage(head.article, *head.lead)
            leads.append(Words(head.article, text, *head.lead, "text", (), place, lines))
    blocks = [
        Block("heads.titles", words=tuple(titles), section="Titles", is_paged=True),
        Block("heads.leads", words=tuple(leads), section="First sentences", is_paged=True),
    ]
    return tuple(block for block in blocks if block.words)
