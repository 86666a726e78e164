"""Screens that lie over one another: the one place that opens and closes them, and that hands on what is typed.

Textual sends a key to what has the focus at that moment, and acts on it later, when the screen may be another one.
Here a key waits until all that came before it is done, screens it has opened or closed included: whatever is typed or
pasted in one go does what it would do slowly.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from time import monotonic
from typing import TypeVar

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.message_pump import MessagePump
from textual.screen import ModalScreen, Screen

from reader.ui.text import typed

Result = TypeVar("Result")

ROUNDS = 6
"""Rounds through the widgets that a key is waited for: two, and one more for every screen that it opens or closes."""

LOST_SECONDS = 1.0
"""After this time the next key does not wait for an echo any more: the widget that was to send it on is gone."""

MOST_WAITING = 1000
"""Keys kept; those of a cat on the keyboard are let go."""


class LayeredApp(App[None]):
    """An app that deals with one key at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key | events.Paste] = deque(maxlen=MOST_WAITING)
        self._busy_since: float | None = None

    async def on_event(self, event: events.Event) -> None:
        """Keys and pasted text pass the gate and wait their turn; everything else goes on as in Textual."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif (harmless := typed(event)) is not None:
            self._waiting.append(harmless)
            if self._busy_since is None or monotonic() - self._busy_since > LOST_SECONDS:
                await self._hand_on()

    async def _hand_on(self) -> None:
        """Deal with the first of the waiting keys, then wait for its echo."""
        if not self._waiting or not self._running:
            self._busy_since = None
            return
        self._busy_since = monotonic()
        await super().on_event(self._waiting.popleft())
        self._listen(ROUNDS)

    def _listen(self, rounds: int) -> None:
        """Send an echo the way of a key: from what has the focus up to the app, behind everything that waits there."""
        if rounds == 0 or not self._screen_stack:
            self.call_later(self._hand_on)
            return
        way = (self.focused or self.screen).ancestors_with_self
        _echo(way, partial(self._returned, self.screen, rounds - 1))

    def _returned(self, screen: Screen[object], rounds: int) -> None:
        """An echo is back: the second one in a row that finds the same screen on top ends the turn of a key."""
        is_settled = rounds < ROUNDS - 1 and self._screen_stack and self.screen is screen
        self._listen(0 if is_settled else rounds)

    def leave(self, screen: Screen[Result]) -> None:
        """Take a screen off, with what lies over it; nothing if it lies there no more."""
        if screen in self.screen_stack[1:]:
            while self.screen is not screen:
                self.pop_screen()
            self.pop_screen()


def _echo(way: Sequence[MessagePump], returned: partial[None]) -> None:
    """Pass through the queues of these, in turn; those that are closed are passed by."""
    for place, pump in enumerate(way):
        if pump.call_later(partial(_echo, way[place + 1 :], returned)):
            return
    returned()


class Layer(ModalScreen[Result]):
    """A screen over another one, which closes once, however often it is asked to."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with a result; nothing if something else lies on top, or it is closed already."""
        return super().dismiss(result) if self.is_current else AwaitComplete.nothing()  # type: ignore[no-untyped-call]
