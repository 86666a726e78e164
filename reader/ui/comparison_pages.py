"""Everything that a comparison shows, and the page of each of its views. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from reader.models.article import Status
from reader.models.comparison import Comparison, FactValue, FigureValue, Passage, Row
from reader.models.dismissals import settled, with_dismissed
from reader.models.partial import partial
from reader.models.same_text import Copies, folded, same_texts
from reader.ui.comparison_items import Listing, columns_of, rows_in_order, told_counts
from reader.ui.sources import ComparedSource
from reader.ui.text import ui_plain
from reader.ui.views.facts import facts_page
from reader.ui.views.overview import overview_page
from reader.ui.views.page import Page, View
from reader.ui.views.quotes import quotes_page
from reader.ui.views.rows import rows_page
from reader.ui.views.timeline import time_page
from reader.ui.views.who import who_page


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison and its sources, sources with the same text folded into one column.

    Attributes:
        comparison: as it is stored, dismissed differences marked.
        sources: every source, by article.
        copies: sources that are folded into another one.
    """

    comparison: Comparison
    sources: Mapping[int, ComparedSource]
    copies: Copies
    shown: Comparison = field(init=False)

    def __post_init__(self) -> None:
        """Fold and settle what is shown."""
        object.__setattr__(self, "shown", settled(folded(self.comparison, self.copies)))

    @classmethod
    def of(
        cls, comparison: Comparison, sources: Mapping[int, ComparedSource], known_copies: Collection[int] = ()
    ) -> Compared:
        """The comparison of these sources; ``known_copies`` are near-copies of another one."""
        comparison = _present(comparison, sources)
        sentences = {
            article: [source.article.text[start:end] for start, end in source.sentences]
            for article, source in sources.items()
        }
        return cls(comparison, sources, same_texts(comparison.articles, sentences, known_copies))

    def with_dismissed(self, keys: Collection[str]) -> Compared:
        """The same with exactly these differences set aside."""
        return replace(self, comparison=with_dismissed(self.comparison, keys))

    def columns(self, reference: int | None) -> tuple[int, ...]:
        """The articles that have a column, the reference first."""
        return columns_of(self.shown, reference)

    def place_of(self, columns: Collection[int]) -> dict[int, int]:
        """The column of every article; of a folded one that of the source with the same text."""
        places = {article: place for place, article in enumerate(columns)}
        return {**places, **{copy: places[source] for copy, source in self.copies.items()}}

    def same_as(self, article: int) -> tuple[str, ...]:
        """The names of the sources that carry the text of an article."""
        return tuple(self.sources[copy].source.name for copy, source in self.copies.items() if source == article)

    def counts(self) -> str:
        """How many sources there are, how much differs, and how much they share."""
        sources = len(self.comparison.articles)
        told = [", ".join(filter(None, (f"{sources} source{'s' * (sources != 1)}", partial(self.comparison.left_out))))]
        if self.copies:
            told.append(f"{len(self.copies)} with the same text as another")
        if sources > 1:
            told.append(told_counts(self.shown))
        return " · ".join(told)


@dataclass(frozen=True, slots=True)
class Showing:
    """What the person has chosen to see.

    Attributes:
        columns: the articles that have a column, the reference first.
        opened: keys of what was unfolded.
        listing: which rows instead of the overview, in which order; conflicts come first in views 2 and 3 too.
        article: the source whose own rows are listed, where they alone are.
    """

    view: View
    columns: tuple[int, ...]
    opened: frozenset[str]
    listing: Listing = Listing.READING
    article: int | None = None


def page_of(compared: Compared, showing: Showing, *, is_stacked: bool = False) -> Page:
    """The page of a view; ``is_stacked`` where sources stand below each other."""
    columns = showing.columns
    comparison = replace(compared.shown, articles=columns)
    ordered = {article: compared.sources[article] for article in (*columns, *compared.copies)}
    conflicts_first = showing.listing is Listing.CONFLICTS
    if showing.view is View.FACTS:
        return facts_page(comparison, ordered, showing.opened, conflicts_first=conflicts_first)
    if showing.view is View.QUOTES:
        return quotes_page(comparison, ordered, showing.opened, conflicts_first=conflicts_first)
    if showing.view is View.WHO:
        return who_page(comparison, ordered, showing.opened)
    if showing.view is View.TIME:
        return time_page(comparison, ordered, showing.opened)
    rows = rows_of(compared, columns)
    if showing.listing is not Listing.READING:
        return rows_page(
            comparison, rows, compared.sources, showing.opened, listing=showing.listing, article=showing.article
        )
    titles = {
        article: ui_plain(source.card.title)
        for article, source in compared.sources.items()
        if source.card.title_status is Status.STATED
    }
    same = {each: compared.same_as(each) for each in comparison.articles}
    return overview_page(
        comparison, rows, compared.sources, showing.opened, titles=titles, same=same, is_stacked=is_stacked
    )


def rows_of(compared: Compared, columns: tuple[int, ...]) -> tuple[Row, ...]:
    """The rows in the order of the reference."""
    return rows_in_order(compared.shown, columns)


def _present(comparison: Comparison, sources: Mapping[int, ComparedSource]) -> Comparison:
    """The comparison without articles that are gone since it was made."""
    there = frozenset(article for article in comparison.articles if article in sources)
    rows = []
    for row in comparison.rows:
        readings = tuple(reading for reading in row.readings if reading.article in there)
        if readings:
            rows.append(row if len(readings) == len(row.readings) else replace(row, readings=readings))
    return replace(
        comparison,
        articles=tuple(article for article in comparison.articles if article in there),
        rows=tuple(rows),
        figures=tuple(each for each in comparison.figures if _is_there(each.values, there)),
        quotes=tuple(each for each in comparison.quotes if _is_there(each.members, there)),
        differences=tuple(each for each in comparison.differences if _is_there(each.readings, there)),
        coverage=tuple(
            replace(each, counts=tuple(count for count in each.counts if count[0] in there))
            for each in comparison.coverage
        ),
        heads=tuple(head for head in comparison.heads if head.article in there),
        timeline=tuple(each for each in comparison.timeline if _is_there(each.readings, there)),
        facts=tuple(each for each in comparison.facts if _is_there(each.values, there)),
    )


def _is_there(places: Iterable[Passage | FigureValue | FactValue], there: Collection[int]) -> bool:
    return all(place.article in there for place in places)
