"""What the article list shows at present: everything, a filter's result, or the articles about an entity."""

from __future__ import annotations

from dataclasses import dataclass

from reader.library import Library
from reader.models.library import OutlineEntry

PAGE = 500
"""Entries read at a time: some ten screens, 2 ms."""


@dataclass(frozen=True, slots=True)
class ListSource:
    """One way to fill the list.

    Attributes:
        query: a filter, or "".
        grouped: by event, or one entry for each article.
        entity: only articles that mention it; then the list is flat.
        name: of the entity.
    """

    query: str = ""
    grouped: bool = True
    entity: int | None = None
    name: str = ""

    @property
    def label(self) -> str:
        """What the title bar says about it; "" for everything."""
        return self.name if self.entity is not None else self.query

    def page(self, library: Library, after: OutlineEntry | None, limit: int = PAGE) -> tuple[OutlineEntry, ...]:
        """The entries after one, or from the beginning. Raises ``QueryError`` for a query that makes no sense."""
        if self.entity is not None:
            place = (after.sort_at, after.articles[0]) if after is not None else None
            places = library.entity_articles(self.entity, after=place, limit=limit)
            return tuple(OutlineEntry(sort_at, 0, (article,)) for sort_at, article in places)
        place = None
        if after is not None:
            place = (after.sort_at, after.event if self.grouped else after.articles[0])
        return library.outline(self.query or None, grouped=self.grouped, after=place, limit=limit)
