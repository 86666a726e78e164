"""What the children of a worker do before the writer comes to it: the next articles, and the next comparisons."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.pipeline.children import Children, Task, annotating, comparing
from reader.pipeline.comparing import asked_of
from reader.store.store import Store

ARTICLES = 4
EVENTS = 2
"""For each child so many articles and comparisons are planned: while the writer stores one batch they are at work."""


class Ahead:
    """The plan of one library, brought up to date before each step."""

    def __init__(self, store: Store, children: Children) -> None:
        self._store = store
        self._children = children
        self._articles: dict[int, Task] = {}
        self._events: dict[tuple[int, ...], Task] = {}

    def articles(self, batch: int) -> int:
        """How many pending articles to look at, if the writer takes so many of them now."""
        return batch + ARTICLES * self._children.number

    @property
    def events(self) -> int:
        """How many events to look at."""
        return 1 + EVENTS * self._children.number

    def plan(self, articles: Collection[int], events: Sequence[Sequence[int]]) -> None:
        """Have these articles annotated, and the articles of these events compared, in this order."""
        self._articles = {number: task for number in articles if (task := self._annotating(number))}
        self._events = {tuple(members): task for members in events if (task := self._comparing(tuple(members)))}
        self._children.plan([*self._articles.values(), *self._events.values()])

    def _annotating(self, number: int) -> Task | None:
        if number in self._articles:
            return self._articles[number]
        article = None if self._store.brought_version(number) else self._store.article(number)
        return annotating(article) if article else None

    def _comparing(self, members: tuple[int, ...]) -> Task | None:
        if members in self._events:
            return self._events[members]
        asked = asked_of(self._store, members)
        return comparing(asked) if asked else None
