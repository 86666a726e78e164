"""An article as blocks to be laid out: header, story lines and, if wanted, what is folded away. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.models.extent import analysed_end, extent_sentence
from reader.models.kinds import NOISE_LABELS, LineLabel, Status
from reader.ui.text import shown

if TYPE_CHECKING:
    from reader.models.annotations import Annotations, Mention
    from reader.models.article import Article, Line

Unit = tuple[int, int]
"""What the sentence cursor stands on: (start, end) in the article's text."""

_HIDDEN = NOISE_LABELS | {LineLabel.CAPTION, LineLabel.SOURCE, LineLabel.DATE, LineLabel.BYLINE, LineLabel.PULLQUOTE}
"""Lines that are folded away until the person asks for them: noise, and what the header says already."""


class BlockKind(StrEnum):
    """How a block is set."""

    TITLE = "title"
    DERIVED = "derived"
    META = "meta"
    STANDFIRST = "standfirst"
    CROSSHEAD = "crosshead"
    BODY = "body"
    HIDDEN = "hidden"
    FOLD = "fold"
    NOTE = "note"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: ``source[start:end]`` set as ``kind``.

    Attributes:
        source: the article's text as it is painted, or a line of the interface's own (then ``units`` is empty).
        units: sentences inside it, in order.
        tight: whether it follows without a blank row.
    """

    kind: BlockKind
    source: str
    start: int
    end: int
    units: tuple[Unit, ...] = ()
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An article ready to be laid out.

    Attributes:
        text: the article's text as it is painted; as long as the text itself.
        hidden: number of lines that are folded away, or would be.
    """

    blocks: tuple[Block, ...]
    text: str
    hidden: int

    @property
    def units(self) -> tuple[Unit, ...]:
        """Every sentence, in the order of display."""
        return tuple(unit for block in self.blocks for unit in block.units)

    def shows(self, offset: int) -> bool:
        """Whether an offset of the text stands in what is shown, not in what is folded away."""
        return any(start <= offset < end for start, end in self.units)

    def shown_mentions(self, annotations: Annotations) -> tuple[Mention, ...]:
        """The mentions that stand in what is shown: not those in a folded caption or credit."""
        order = sorted(self.units)
        shown = []
        for mention in annotations.mentions:
            found = bisect_right(order, mention.start, key=lambda unit: unit[0]) - 1
            if found >= 0 and mention.start < order[found][1]:
                shown.append(mention)
        return tuple(shown)


def document_of(article: Article, annotations: Annotations | None, meta: str, *, show_hidden: bool) -> Document:
    """The blocks of an article.

    Args:
        article: its title stands first, from the text where a line holds it, so that it can be walked on.
        annotations: its sentences; without them a line is a unit of its own.
        meta: the line below the title: outlet, date, reading time.
        show_hidden: whether captions, credits, boxes and advertisements are shown as well.
    """
    text = shown(article.text)
    title_lines = _title_lines(article)
    blocks = [_block(BlockKind.TITLE, text, line, annotations) for line in title_lines]
    if not blocks:
        stated = article.title.status is Status.STATED
        title = ("" if stated else "~ ") + shown(article.title.value or "untitled")
        blocks.append(Block(BlockKind.TITLE if stated else BlockKind.DERIVED, title, 0, len(title)))
    blocks.append(Block(BlockKind.META, shown(meta), 0, len(meta)))
    hidden = 0
    limit = extent_sentence(article)
    analysed = analysed_end(article)
    for line in article.lines:
        if limit and line.end > analysed:
            blocks.append(Block(BlockKind.FOLD, limit, 0, len(limit)))
            limit = ""  # once, where the analysis stops
        if line in title_lines:
            continue
        if line.label in _HIDDEN:
            hidden += 1
            if show_hidden:
                blocks.append(_block(BlockKind.HIDDEN, text, line, annotations))
        else:
            blocks.append(_block(_KINDS.get(line.label, BlockKind.BODY), text, line, annotations))
    if hidden and not show_hidden:
        notice = f"{hidden} {'line' if hidden == 1 else 'lines'} folded away   . shows them"
        blocks.append(Block(BlockKind.FOLD, notice, 0, len(notice)))
    return Document(tuple(blocks), text, hidden)


_KINDS = {
    LineLabel.TITLE: BlockKind.CROSSHEAD,
    LineLabel.STANDFIRST: BlockKind.STANDFIRST,
    LineLabel.CROSSHEAD: BlockKind.CROSSHEAD,
}


def _title_lines(article: Article) -> tuple[Line, ...]:
    """The first line that is labelled as the title, if there is one."""
    return tuple(line for line in article.lines if line.label is LineLabel.TITLE)[:1]


def _block(kind: BlockKind, text: str, line: Line, annotations: Annotations | None) -> Block:
    return Block(kind, text, line.start, line.end, _units(line, annotations))


def _units(line: Line, annotations: Annotations | None) -> tuple[Unit, ...]:
    """The sentences of a line; the line itself if none is known."""
    units: list[Unit] = []
    if annotations is not None:
        sentences = annotations.sentences
        index = bisect_left(sentences, line.start, key=lambda sentence: sentence.start)
        while index < len(sentences) and sentences[index].end <= line.end:
            units.append((sentences[index].start, sentences[index].end))
            index += 1
    return tuple(units) or ((line.start, line.end),)
