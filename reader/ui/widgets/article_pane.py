"""The article: its text at a good measure, a sentence cursor, quiet highlights and the gutter of the comparison."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.strip import Strip

from reader.models.kinds import Kind
from reader.models.signs import SERIOUSNESS
from reader.ui.document import BlockKind, Document, Unit
from reader.ui.highlights import Highlight
from reader.ui.keymap import Context, bindings
from reader.ui.layout import offset_at
from reader.ui.messages import RowWanted, SentenceChosen
from reader.ui.page import Page, RowOfText
from reader.ui.paint import Span, runs_of, strip_of
from reader.ui.widgets.lines import LineView

MEASURE = 76
"""Cells of a row of prose at most: 60 to 80 are read with the least effort (UI.md)."""

GUTTER = 5
"""Cells left of the prose: cursor bar, two signs, blanks."""

RIGHT_MARGIN = 1

CONTEXT_ROWS = 3
"""Rows kept in view above and below the sentence: what comes next is seen before it is reached."""

CURSOR_BAR = "▎"

_KIND_STYLES = {
    Kind.PERSON: "person",
    Kind.ORG: "org",
    Kind.PLACE: "place",
    Kind.GROUP: "group",
    Kind.DATE: "quantity",
    Kind.FIGURE: "quantity",
    Kind.OTHER: "place",
}

_BLOCK_STYLES = {
    BlockKind.TITLE: "title",
    BlockKind.DERIVED: "derived",
    BlockKind.META: "meta",
    BlockKind.STANDFIRST: "standfirst",
    BlockKind.CROSSHEAD: "crosshead",
    BlockKind.BODY: "body",
    BlockKind.HIDDEN: "hidden",
    BlockKind.FOLD: "hidden",
    BlockKind.NOTE: "note",
    BlockKind.ABSENT: "absent",
}


_SIGN_STYLES = {"!": "sign-loud", "?": "sign-loud", "=": "sign-plain", "≈": "sign-plain"}
"""What sources dispute is loud, what they share is plain; what one has alone stays faint."""


_ALWAYS = frozenset("!?")
"""The marks that stand without being asked for."""


class ArticlePane(LineView):
    """One article. It is given a document, highlights, signs and hits; it tells where the cursor stands."""

    BINDINGS = bindings(Context.ARTICLE)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"line--{name}"
        for name in (
            *("ground", "bar", "sign", "sign-plain", "sign-loud", "here", "hit", "hit-here", "picked"),
            *set(_KIND_STYLES.values()),
            *set(_BLOCK_STYLES.values()),
        )
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self.article = 0
        self._document: Document | None = None
        self._page: Page | None = None
        self.unit = 0
        self._highlights: tuple[Highlight, ...] = ()
        self._picked = False
        self._hits: tuple[Unit, ...] = ()
        self.hit: Unit = (0, 0)
        """The hit that was gone to last; (0, 0) for none."""
        self._signs: Mapping[int, str] = {}
        self.marks_shown = False
        """Whether what sources share, and what one has alone, is marked too; what they differ in always is."""

    # What the screen hands down

    def show(self, article: int, document: Document, *, keep: bool) -> None:
        """Show a document; with ``keep`` (the same article, told anew) cursor and scroll stay at their words."""
        offset = self.place if keep and article == self.article else None
        drift = self._cursor_row() - self.top if offset is not None else 0
        self.article = article
        self._document = document
        self._lay_out()
        page = self._page
        if page is not None and offset is not None:
            self.unit = page.unit_of(offset) or 0
            page.extend_to(self.unit)
            self.set_line_count(len(page.rows))
            self.jump_to(self._cursor_row() - drift)
        else:
            self._highlights, self._hits, self._signs, self._picked = (), (), {}, False
            self.hit = (0, 0)
            self.unit = self._first_prose()
            self.scroll_to(y=0, animate=False, force=True)
        self.refresh()

    def clear(self) -> None:
        """Show nothing."""
        self.article = 0
        self._document = self._page = None
        self.set_line_count(0)
        self.refresh()

    def put_highlights(self, highlights: Iterable[Highlight], *, picked: bool = False) -> None:
        """What is highlighted; ``picked`` if it is one entity alone, which is marked more strongly."""
        self._highlights = tuple(highlights)
        self._picked = picked
        self.refresh()

    def put_signs(self, signs: Mapping[int, str]) -> None:
        """The gutter: a sign by the sentence's number."""
        self._signs = signs
        self.refresh()

    def show_marks(self, *, shown: bool) -> None:
        """Show every mark in the margin, or those of differences alone."""
        self.marks_shown = shown
        self.refresh()

    def put_hits(self, hits: Iterable[Unit]) -> None:
        """Stretches of the text that a search has found."""
        self._hits = tuple(hits)
        self.refresh()

    def put_hit(self, hit: Unit) -> None:
        """The hit that was gone to: it stands out from the others."""
        self.hit = hit
        self.refresh()

    @property
    def units(self) -> tuple[Unit, ...]:
        """Every sentence of the document, in the order of display."""
        return self._page.units if self._page is not None else ()

    @property
    def sentence(self) -> Unit | None:
        """The sentence under the cursor."""
        return self.units[self.unit] if self.unit < len(self.units) else None

    @property
    def sign(self) -> str:
        """The sign that is shown beside the sentence under the cursor, or ""."""
        return self._shown_sign(self.unit)

    def _shown_sign(self, unit: int) -> str:
        sign = self._signs.get(unit, "")
        return sign if self.marks_shown or sign in _ALWAYS else ""

    @property
    def is_end_seen(self) -> bool:
        """Whether the last row has come into view."""
        page = self._page
        return page is not None and page.complete and self.top + self.view_height >= len(page.rows)

    @property
    def place(self) -> int | None:
        """Where in the text the cursor stands."""
        sentence = self.sentence
        return sentence[0] if sentence is not None else None

    @property
    def cursor_row(self) -> int:
        """The row of the window on which the cursor's sentence begins."""
        return self._cursor_row() - self.top

    def put_cursor_on_row(self, row: int) -> None:
        """Scroll so that the cursor's sentence begins on that row of the window."""
        self.jump_to(self._cursor_row() - row)

    def go_to_unit(self, unit: int) -> None:
        """Put the cursor on a sentence, by its number."""
        if self._page is not None and 0 <= unit < len(self.units):
            self._page.extend_to(unit)
            self.set_line_count(len(self._page.rows))
            self.refresh_changed()
            self._go(unit)

    def go_to_offset(self, offset: int) -> None:
        """Put the cursor on the sentence that holds an offset of the text."""
        if self._page is not None and (unit := self._page.unit_of(offset)) is not None:
            self.go_to_unit(unit)

    # Painting

    @property
    def measure(self) -> int:
        """Cells of a row of prose at the present width."""
        return max(1, min(MEASURE, self.line_width - GUTTER - RIGHT_MARGIN))

    @property
    def _left(self) -> int:
        """Cells left of the gutter: a wide pane has its text in the middle."""
        return max(0, (self.line_width - GUTTER - self.measure - RIGHT_MARGIN) // 2)

    def paint_line(self, line: int) -> Strip:
        """One row of the page with its gutter."""
        page, ground = self._page, self.look("ground")
        if page is None or line >= len(page.rows):
            return Strip.blank(self.line_width, ground)
        row = page.rows[line]
        if row.block is None:
            return Strip.blank(self.line_width, ground)
        base = ground + self.tint(_BLOCK_STYLES[row.block.kind])
        runs = [(" " * self._left, ground), *self._gutter(line)]
        runs += runs_of(row.block.source, row.start, row.end, base, self._spans(row))
        return strip_of(runs, self.line_width, ground)

    def _gutter(self, line: int) -> list[tuple[str, Style]]:
        page, ground = self._page, self.look("ground")
        if page is None:
            return []
        units = page.units_on(line)
        bar = CURSOR_BAR if self.unit in units else " "
        begun = [sign for unit in units if page.rows_of(unit)[0] == line and (sign := self._shown_sign(unit))]
        if len(begun) > 2:
            kept = sorted(sorted(range(len(begun)), key=lambda index: SERIOUSNESS.index(begun[index]))[:2])
            begun = [begun[index] for index in kept]
        runs = [(bar, ground + self.tint("bar")), (" ", ground)]
        runs += [(sign, ground + self.tint(_SIGN_STYLES.get(sign, "sign"))) for sign in begun]
        return [*runs, (" " * (GUTTER - 2 - len(begun)), ground)]

    def _spans(self, row: RowOfText) -> list[Span]:
        """What is laid over a row: the cursor's sentence, then mentions, then hits."""
        if row.block is None or not row.block.units:
            return []
        spans = []
        sentence = self.sentence
        if sentence is not None:
            spans.append(Span(*sentence, self.tint("here")))
        first = bisect_left(self._highlights, row.start, key=lambda highlight: highlight.end)
        for highlight in self._highlights[first:]:
            if highlight.start >= row.end:
                break
            name = "picked" if self._picked else _KIND_STYLES[highlight.kind]
            spans.append(Span(highlight.start, highlight.end, self.tint(name)))
        spans += [
            Span(*hit, self.tint("hit-here" if hit == self.hit else "hit"))
            for hit in self._hits
            if hit[0] < row.end and hit[1] > row.start
        ]
        return spans

    # Moving

    def action_move(self, by: int) -> None:
        """Move the cursor by a number of sentences."""
        if self.units:
            self._go(max(0, min(len(self.units) - 1, self.unit + by * self.times())))

    def action_page(self, share: float) -> None:
        """Move view and cursor by a share of the window's height."""
        if self._page is None:
            return
        step = round(share * self.times() * self.view_height)
        aim = self._cursor_row() + step
        self.jump_to(self.top + step)
        unit = self._page.unit_near(max(0, min(aim, len(self._page.rows) - 1)))
        if unit is not None:
            self._go(unit)

    def action_edge(self, direction: int) -> None:
        """Go to the first or the last sentence."""
        if self._page is not None and self.units:
            self.go_to_unit(0 if direction < 0 else len(self.units) - 1)
            self.jump_to(0 if direction < 0 else len(self._page.rows))

    def action_open(self) -> None:
        """Ask for the row of the comparison that this sentence is in."""
        if (sentence := self.sentence) is not None:
            self.post_message(RowWanted(self.article, *sentence))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a sentence; one on its sign opens its row."""
        page = self._page
        line = self.top + event.y
        if page is None or line >= len(page.rows):
            return
        units = page.units_on(line)
        if not units:
            return
        row = page.rows[line]
        source = row.block.source if row.block is not None else ""
        offset = offset_at(source, row.start, row.end, max(0, event.x - self._left - GUTTER))
        self._go(next((unit for unit in units if offset < self.units[unit][1]), units[-1]))
        if event.x < self._left + GUTTER:
            self.action_open()

    def on_resize(self) -> None:
        """Another width: lay out anew, the cursor keeps its sentence."""
        if self._page is None or self._page.measure == self.measure:
            return
        drift = self._cursor_row() - self.top
        self._lay_out()
        self._page.extend_to(self.unit)
        self.set_line_count(len(self._page.rows))
        self.jump_to(self._cursor_row() - min(drift, self.view_height - 1))
        self.refresh()

    def _lay_out(self) -> None:
        if self._document is None:
            return
        self._page = Page(self._document, self.measure)
        self._go_on_laying_out()

    def _go_on_laying_out(self, page: Page | None = None) -> None:
        """Lay out a bit more, and the rest between key presses."""
        if self._page is None or page not in {None, self._page}:
            return
        page = self._page
        complete = page.extend()
        self.set_line_count(len(page.rows))
        self.refresh_changed()
        if not complete:
            self.set_timer(0.01, lambda: self._go_on_laying_out(page))

    def _cursor_row(self) -> int:
        return self._page.rows_of(self.unit)[0] if self._page is not None else 0

    def _first_prose(self) -> int:
        """The cursor starts on the first sentence of the story, not on the title."""
        if self._document is None:
            return 0
        titles = sum(len(block.units) for block in self._document.blocks if block.kind is BlockKind.TITLE)
        return titles if titles < len(self.units) else 0

    def _go(self, unit: int) -> None:
        page = self._page
        if page is None:
            return
        page.extend_to(unit)
        old, self.unit = self.unit, unit
        for changed in {old, unit}:
            first, last = page.rows_of(changed)
            self.refresh_lines(first, last - first + 1)
        first, last = page.rows_of(unit)
        self.keep_in_view(first, last, margin=CONTEXT_ROWS)
        if unit == 0 or unit == self._first_prose():
            self.jump_to(0 if last < self.view_height else self.top)
        if old != unit and (sentence := self.sentence) is not None:
            self.post_message(SentenceChosen(*sentence))
