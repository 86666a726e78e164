"""The thread of a story: event after event in time, and what was new in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.models.explaining import ThreadEvent
from reader.ui.screens.told import ToldScreen
from reader.ui.widgets.told_lines import Told

FOOT = "Enter open the event · Esc back"


class ThreadScreen(ToldScreen[int]):
    """The events of a story, earliest first; the one chosen comes back by its newest article."""

    def __init__(self, thread: Sequence[ThreadEvent]) -> None:
        super().__init__(f"Story: {len(thread)} events, earliest first", tuple(_told(thread)), FOOT)


def _told(thread: Sequence[ThreadEvent]) -> Iterator[Told[int]]:
    any_read = any(event.unread < len(event.articles) for event in thread)
    is_marked = False
    for event in thread:
        if any_read and event.unread and not is_marked:
            is_marked = True
            yield Told("── since you last read ──", "muted")
        sources = "1 source" if len(event.articles) == 1 else f"{len(event.articles)} sources"
        unread = f" · {event.unread} unread" if event.unread else ""
        yield Told(f"{event.day or 'no date'}  {event.title}", "name", event.articles[0])
        yield Told(f"{sources}{unread}", "muted", None, 13)
        for what, found in (("new names", event.names), ("new figures", event.figures)):
            if found:
                yield Told(f"{what}: {', '.join(found)}", "muted", None, 13)
