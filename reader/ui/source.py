"""What the article list shows at present: everything, a filter's result, or the articles about an entity."""

from __future__ import annotations

from dataclasses import dataclass

from reader.library import Library
from reader.models.library import OutlineEntry
from reader.ui.outline import PAGE, Outline


@dataclass(frozen=True, slots=True)
class ListSource:
    """One way to fill the list.

    Attributes:
        query: a filter, or "".
        grouped: by event, or one entry for each article.
        entity: only articles that mention it; then the list is flat.
        name: of the entity, or of the shelf whose query it is.
    """

    query: str = ""
    grouped: bool = True
    entity: int | None = None
    name: str = ""

    @property
    def label(self) -> str:
        """What the title bar says about it; "" for everything."""
        return self.name or self.query

    @property
    def _is_grouped(self) -> bool:
        return self.grouped and self.entity is None

    def page(self, library: Library, start: int, whole: int) -> tuple[OutlineEntry, ...]:
        """The page of entries that begins at number ``start`` of ``whole`` entries."""
        return library.window(start, PAGE, whole, self.query, entity=self.entity, grouped=self._is_grouped)

    def size(self, library: Library) -> int:
        """How many entries there are. Raises ``QueryError`` for a query that makes no sense."""
        return library.list_size(self.query, entity=self.entity, grouped=self._is_grouped)

    def index(self, library: Library, article: int) -> int | None:
        """The number of the entry that holds an article; None if there is none."""
        return library.list_index(article, self.query, entity=self.entity, grouped=self._is_grouped)

    def unread(self, library: Library) -> tuple[int, ...]:
        """The unread articles that are listed."""
        return library.unread(self.query, entity=self.entity)

    def next_unread(self, library: Library, after: int | None) -> int | None:
        """The next unread article after the entry that holds an article, or the first of all."""
        return library.next_unread(after, self.query, entity=self.entity, grouped=self._is_grouped)

    def outline(self, library: Library, around: int = 0, lines: int = PAGE) -> Outline:
        """The list with the pages that hold the entries ``lines`` before and after the one numbered ``around``."""
        whole = self.size(library)
        outline = Outline(whole)
        first, last = max(0, around - lines), min(whole - 1, around + lines)
        for start in range(first - first % PAGE, last + 1, PAGE):
            outline.put(start, self.page(library, start, whole))
        return outline
