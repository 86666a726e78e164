"""The comparison screen: one event from all its sources, in five views."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters, on
from textual.app import ComposeResult

from reader.models.comparison import Comparison
from reader.models.dismissals import SET_ASIDE
from reader.models.journal import Change
from reader.models.signs import MEANINGS
from reader.ui.clipboard import copy
from reader.ui.comparison_items import MORE, Listing, place_of_row, standing
from reader.ui.comparison_pages import Compared, Showing, page_of
from reader.ui.find_rows import Found
from reader.ui.gutter import row_at
from reader.ui.keymap import Context, bindings, footer_keys
from reader.ui.messages import (
    ComparisonWanted,
    FoundFromHere,
    ReadingWanted,
    RowReached,
    RunWanted,
    SourceWanted,
    ViewWanted,
)
from reader.ui.reads import LibraryThread
from reader.ui.screens.comparison_loading import ComparisonLoading
from reader.ui.screens.export import ExportScreen
from reader.ui.screens.find import FindScreen
from reader.ui.sources import citation_of, read_sources
from reader.ui.undone import became
from reader.ui.views.page import Page, View
from reader.ui.views.rows import SIDE_BY_SIDE_CELLS
from reader.ui.widgets.bars import KeyBar
from reader.ui.widgets.block_view import BlockView, Spot
from reader.ui.widgets.comparison_bars import BlockMap, ColumnHeads, ComparisonTitle

WORKING: dict[View, tuple[Context, ...]] = {
    View.OVERVIEW: (Context.ROWS, Context.DIFFERING, Context.COLUMNS),
    View.FACTS: (Context.DIFFERING, Context.COLUMNS),
    View.QUOTES: (Context.DIFFERING, Context.COLUMNS),
    View.WHO: (Context.COLUMNS,),
    View.TIME: (),
}
"""The keys that work in a view, besides those of every view."""

_ONLY_IN: dict[str, Context] = {
    "conflicts_first": Context.DIFFERING,
    "only_shared": Context.ROWS,
    "only_single": Context.ROWS,
    "reference": Context.COLUMNS,
    "stacked": Context.COLUMNS,
    "act": Context.DIFFERING,
}
"""The actions that don't work in every view."""


_LISTED_IN: dict[Listing, frozenset[View]] = {
    Listing.READING: frozenset(),
    Listing.SHARED: frozenset({View.OVERVIEW}),
    Listing.CONFLICTS: frozenset({View.OVERVIEW, View.FACTS, View.QUOTES}),
    Listing.SINGLE: frozenset({View.OVERVIEW}),
}
"""The views in which a listing shows."""


class ComparisonScreen(ComparisonLoading):
    """Shows a stored comparison; asks the worker for it where there is none yet."""

    BINDINGS = bindings(Context.COMPARISON, Context.ROWS, Context.COLUMNS, Context.DIFFERING)
    DEFAULT_CSS = """
    ComparisonScreen { layout: vertical; }
    ComparisonScreen BlockView { height: 1fr; }
    """

    heading = getters.query_one("#comparison-title", ComparisonTitle)
    heads = getters.query_one("#heads", ColumnHeads)
    blocks = getters.query_one("#blocks", BlockView)
    map = getters.query_one("#map", BlockMap)
    key_bar = getters.query_one("#key-bar", KeyBar)

    def __init__(self, shelf: LibraryThread, wanted: ComparisonWanted) -> None:
        super().__init__(shelf, wanted)
        self._compared: Compared | None = None
        self._showing = Showing(View.OVERVIEW, (), frozenset())
        self._page = Page((), 0)
        self._was_stacked = False
        self._spots: dict[View, Spot] = {}
        self._visits: dict[tuple[int, int], int] = {}
        self._visited = -1

    @property
    def CONTEXTS(self) -> tuple[Context, ...]:  # noqa: N802 (every screen names its contexts so)
        """The contexts of the view, for the palette."""
        return (Context.COMPARISON, *WORKING[self._showing.view])

    def compose(self) -> ComposeResult:
        """Title, names of the columns, blocks, map, keys."""
        yield ComparisonTitle(self.wanted.title, id="comparison-title")
        yield ColumnHeads(id="heads")
        yield BlockView(id="blocks")
        yield BlockMap(id="map")
        yield KeyBar(footer_keys(*self.CONTEXTS, Context.APP), id="key-bar")

    def on_mount(self) -> None:
        """Read the comparison."""
        self.blocks.focus()
        self.heads.display = False
        self.run_worker(self._load(), group="load")

    async def _load(self) -> None:
        comparison = await self.stored()
        if comparison is None:
            self.heading.put(None, "comparing …")
            comparison = await self.made()
        if comparison is None:
            self.tell(self.why_not)
            self.leave()
            return
        found = comparison
        sources = await self.ask(lambda library: read_sources(library, found.articles)) or {}
        self._compared = Compared.of(found, sources, await self.known_copies())
        columns = self._compared.columns(None)
        key, section = self._first_key(self._compared.shown)
        # The view may have been chosen while the comparison was being read.
        self._showing = Showing(self._showing.view, columns, frozenset(filter(None, (section,))))
        self._show(key)

    @property
    def at(self) -> tuple[int, int, int] | None:
        """The sentence under the cursor, as article, start and end."""
        words = self.blocks.words
        place = words.place if words is not None else None
        return (place.article, place.start, place.end) if place is not None else None

    def _first_key(self, comparison: Comparison) -> tuple[str | None, str]:
        """The key of what shows the sentence that the person came from, and of the section to unfold for it."""
        if self.wanted.sentence is None:
            return None, ""
        article, start, end = self.wanted.sentence
        row = row_at(comparison, article, (start, end))
        return place_of_row(comparison, row) if row is not None else (None, "")

    # Showing

    def _show(self, at: str | None, spot: Spot | None = None) -> None:
        compared, showing = self._compared, self._showing
        if compared is None:
            return
        self._was_stacked = self._is_stacked
        self._page = page_of(compared, showing, is_stacked=self._was_stacked)
        note = f"▸ {showing.listing}" if showing.view in _LISTED_IN[showing.listing] else ""
        if note and showing.article is not None:
            note = f"{note}: {compared.sources[showing.article].source.name}"
        self.heading.put(showing.view, compared.counts(), note)
        names = {article: source.source.name for article, source in compared.sources.items()}
        self.map.put_page(self._page.blocks, self._page.legend)
        self.blocks.show(self._page, compared.place_of(showing.columns), names, at, spot)
        self.key_bar.put_keys(footer_keys(*self.CONTEXTS, Context.APP))
        self._show_place()

    def _show_place(self) -> None:
        if self._compared is None:
            return
        sources = self._compared.sources
        names = [sources[article].heading for article in self._showing.columns]
        short = [sources[article].source.name for article in self._showing.columns]
        self.heads.put(names, short, self.blocks.columns if self._page.blocks else None, self.blocks.column)
        self.map.put_place(self.blocks.item, self._meaning())

    def _meaning(self) -> str:
        """What the sign under the cursor says, in the rows; the other views say it by their headings."""
        block = self.blocks.current
        if block is None or self._showing.view is not View.OVERVIEW:
            return ""
        meaning = "the difference is set aside" if block.sign == SET_ASIDE else MEANINGS.get(block.sign, "")
        return f"{block.sign} {meaning}" if meaning else ""

    @on(RowReached)
    def _reached(self, message: RowReached) -> None:
        message.stop()
        self._show_place()

    @on(RunWanted)
    def _unfold(self, message: RunWanted) -> None:
        message.stop()
        self._keep(opened=self._showing.opened ^ {message.key})
        self._show(message.key)

    def _change(
        self,
        *,
        view: View | None = None,
        columns: tuple[int, ...] | None = None,
        opened: frozenset[str] | None = None,
        listing: Listing = Listing.READING,
        article: int | None = None,
    ) -> None:
        now = self._showing
        self._showing = Showing(
            view or now.view,
            columns if columns is not None else now.columns,
            opened if opened is not None else now.opened,
            listing,
            article,
        )

    def on_resize(self) -> None:
        """Another size: the columns have moved."""
        self.call_after_refresh(self._fit)

    @property
    def _is_stacked(self) -> bool:
        """Whether the sources stand below each other."""
        few = len(self._showing.columns) < 2
        return self.blocks.stacked or self.size.width < SIDE_BY_SIDE_CELLS + 2 or few

    def _fit(self) -> None:
        if self._is_stacked == self._was_stacked:
            self._show_place()
        else:
            self._show(self.blocks.key)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key works in this view."""
        del parameters
        needed = _ONLY_IN.get(action)
        return needed is None or needed in WORKING[self._showing.view]

    def action_view(self, number: int) -> None:
        """Show a view; the one that is left keeps its cursor."""
        view = View(number)
        if view is self._showing.view:
            return
        self._spots[self._showing.view] = self.blocks.spot
        spot = self._spots.get(view, Spot(column=self.blocks.column, first_column=self.blocks.spot.first_column))
        self._keep(view=view)
        self._show(spot.key or None, spot)

    @on(ViewWanted)
    def _view_wanted(self, message: ViewWanted) -> None:
        message.stop()
        self.action_view(message.number)

    def _keep(
        self,
        view: View | None = None,
        columns: tuple[int, ...] | None = None,
        opened: frozenset[str] | None = None,
    ) -> None:
        """Change the view, the columns or what is unfolded, and leave the order of the rows as it is."""
        now = self._showing
        self._change(view=view, columns=columns, opened=opened, listing=now.listing, article=now.article)

    def action_difference(self, by: int) -> None:
        """Go to the next difference of all views: here, or where the view does not show it, in the overview."""
        keys = [each.key for each in standing(self._compared.shown)] if self._compared is not None else []
        if not keys:
            self.tell("No difference was found between these sources.")
            return
        block = self.blocks.current
        here = [keys.index(key) for key in block.differences if key in keys] if block is not None else []
        at = self._visited if self._visited in here else min(here, default=-1 if by > 0 else len(keys))
        wanted = at + by
        if not 0 <= wanted < len(keys):
            self.tell(f"That was the {'last' if by > 0 else 'first'} of {len(keys)} differences.")
            return
        self._visited = wanted
        if not self.blocks.go_to_difference(keys[wanted]):
            self._change(view=View.OVERVIEW, opened=self._showing.opened | {MORE})
            self._show(keys[wanted])

    def action_conflicts_first(self) -> None:
        """What sources disagree in first, or reading order; agreement before it in the views besides the rows."""
        self._list(Listing.CONFLICTS, from_top=True)

    def action_only_shared(self) -> None:
        """Only what several sources share, those shared by most first, or all rows."""
        self._list(Listing.SHARED, from_top=True)

    def action_only_single(self) -> None:
        """Only what stands in one source, or all rows."""
        self._list(Listing.SINGLE, from_top=False)

    def _list(self, listing: Listing, *, from_top: bool) -> None:
        """List these rows, or, if they are listed already, all of them in reading order."""
        key = self.blocks.key
        columns = self._showing.columns
        article = columns[self.blocks.column] if listing is Listing.SINGLE and columns else None
        begins = (listing, article) != (self._showing.listing, self._showing.article)
        self._change(listing=listing if begins else Listing.READING, article=article if begins else None)
        if begins and from_top:
            self.blocks.item = 0
        self._show(None if begins and from_top else key)

    def action_reference(self) -> None:
        """Make the source under the cursor the reference: its order becomes the order of the rows."""
        columns = self._showing.columns
        if self._compared is None or not columns:
            return
        key = self.blocks.key
        self._keep(columns=self._compared.columns(columns[self.blocks.column]))
        self.blocks.column = 0
        self._show(key)

    def action_stacked(self) -> None:
        """Side by side, or stacked."""
        self.blocks.toggle_stacked()
        self._fit()

    async def action_copy(self) -> None:
        """Copy what is under the cursor: every source's sentence with title, outlet, date and origin."""
        block, compared = self.blocks.current, self._compared
        if block is None or compared is None or not block.places:
            self.tell("There is no sentence to copy here.")
            return
        by = await copy(
            self.app,
            "\n".join(
                citation_of(compared.sources[place.article], place, compared.same_as(place.article))
                for place in block.places
            ),
        )
        self.tell(f"Copied with its sources, by {by}.")

    async def action_export(self) -> None:
        """Write the comparison to a file."""
        compared, number = self._compared, self.wanted.event
        if compared is None:
            return
        event = await self.ask(lambda library: library.event(number)) if number is not None else None
        articles = {article: source.article for article, source in compared.sources.items()}
        self.app.push_screen(
            ExportScreen(
                compared.comparison, articles, self.wanted.title or None, event.day if event else None, compared.copies
            )
        )

    # Setting aside

    async def action_act(self) -> None:
        """Set the difference under the cursor aside; of several the most serious one that stands."""
        block, compared = self.blocks.current, self._compared
        if block is None or compared is None:
            return
        standing = {each.key for each in compared.comparison.differences if not each.dismissed}
        key = next((key for key in block.differences if key in standing), None)
        if key is None:
            self.tell("This is set aside. u brings it back." if block.differences else "No difference was said here.")
            return
        await self.ask(lambda library: library.dismiss(key))
        await self._follow_dismissals()
        self.tell("Set aside. u brings it back.")

    async def action_undo(self) -> None:
        """Take back what was done last."""
        await self._follow_change(await self.ask(lambda library: library.undo()), undone=True)

    async def action_redo(self) -> None:
        """Do again what was taken back last."""
        await self._follow_change(await self.ask(lambda library: library.redo()), undone=False)

    async def _follow_change(self, changes: Sequence[Change] | None, *, undone: bool) -> None:
        if changes is None:
            return
        await self._follow_dismissals()
        if changes:
            self.tell(await self.ask(lambda library: became(library, changes, undone=undone)) or "")
        else:
            self.tell("There is nothing to undo." if undone else "There is nothing to redo.")

    async def _follow_dismissals(self) -> None:
        keys = await self.ask(lambda library: library.dismissed())
        if keys is not None and self._compared is not None:
            self._compared = self._compared.with_dismissed(keys)
            key = self.blocks.key
            self._show(key, self.blocks.spot)

    # Leaving

    def action_find(self) -> None:
        """Find a name or words; what is chosen is shown among the articles."""
        words = self.blocks.words
        self.app.push_screen(FindScreen(self.shelf, words.article if words is not None else None, ""), self._found)

    def _found(self, found: Found | None) -> None:
        if found is not None:
            self.post_message(FoundFromHere(found))

    def action_back(self) -> None:
        """Back to the articles."""
        self.leave()

    def action_leave(self) -> None:
        """Back to the articles."""
        self.leave()

    @on(ReadingWanted)
    def _go_to_source(self, message: ReadingWanted) -> None:
        message.stop()
        block = self.blocks.current
        start, end = message.start, message.end
        if block is not None and block.entity is not None and self._compared is not None:
            # Every further visit goes to the next mention.
            source = self._compared.sources[message.article]
            places = source.mentions_of(block.entity)
            visit = self._visits.get((block.entity, message.article), 0)
            self._visits[block.entity, message.article] = visit + 1
            if places:
                place = source.sentence_at(places[visit % len(places)])
                start, end = place.start, place.end
        self.post_message(SourceWanted(message.article, start, end))
