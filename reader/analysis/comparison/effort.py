"""How much work a comparison may cost, and what it had to leave out: the core itself has no clock."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from reader.models.comparison import Omission, Part

_T = TypeVar("_T")


def unlimited() -> bool:
    """Never stops a comparison."""
    return False


@contextmanager
def uncollected() -> Iterator[None]:
    """Meanwhile no garbage is looked for: a comparison makes records by the ten thousands, none of which is any.

    To look through them again and again is a quarter of the time that sixty articles take.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Effort:
    """Asked by every step that looks at pairs, before it goes on; notes what is left when the time is over."""

    def __init__(self, stopped: Callable[[], bool] = unlimited) -> None:
        """Takes what says that the time is over; it must stay so."""
        self._stopped = stopped
        self._left: dict[Part, Omission] = {}

    def each(self, part: Part, items: Sequence[_T]) -> Iterator[_T]:
        """The items in order, until the time is over; how many are then left is noted."""
        for place, item in enumerate(items):
            if self._stopped():
                self.leave_out(part, len(items) - place, len(items))
                return
            yield item

    def leave_out(self, part: Part, count: int, of: int) -> None:
        """Note that so many of so many were not looked at; of one part, the most that any step left."""
        known = self._left.get(part)
        if count and (known is None or count * known.of > known.count * of):
            self._left[part] = Omission(part, count, of)

    @property
    def left_out(self) -> tuple[Omission, ...]:
        """What was left out, in the order of the parts."""
        return tuple(self._left[part] for part in Part if part in self._left)
