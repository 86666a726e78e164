"""Why articles are one event, as a panel, with a small menu to put it right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from reader.models.explaining import TieKind, Why
from reader.ui.keymap import Context, bindings
from reader.ui.screens.told import ToldScreen
from reader.ui.widgets.told_lines import Told


class WhyAct(StrEnum):
    """What can be chosen in the panel."""

    FIND = "find"
    OPEN = "open"
    MOVE_OUT = "move out"
    JOIN = "join"
    PART = "part"


@dataclass(frozen=True, slots=True)
class WhyChoice:
    """What was chosen: words to find, an event to go to, or something to put right."""

    act: WhyAct
    words: str = ""
    event: int = 0


HEADS = {TieKind.NAME: "Names", TieKind.WORD: "Words", TieKind.DAY: "Days", TieKind.FIGURE: "Figures"}
HEAD_CELLS = 9
"""A head stands before the first of its ties."""

MENU = "o move article out · v join marked event · n never these two · Enter go there"


class WhyScreen(ToldScreen[WhyChoice]):
    """Ties, then the nearest events that are other ones."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.WHY,)
    BINDINGS = bindings(Context.WHY)

    def __init__(self, why: Why) -> None:
        super().__init__(f"Why one event: {why.title}", tuple(_told(why)), MENU)

    def action_put_right(self, act: str) -> None:
        """Close, and put it right."""
        self.dismiss(WhyChoice(WhyAct(act)))


def _told(why: Why) -> Iterator[Told[WhyChoice]]:
    count = len(why.articles)
    if count < 2:
        yield Told("One source only: nothing ties it to another one.", "muted")
    elif why.ties:
        yield Told(f"What ties its {count} articles, and in how many of them it stands", "muted")
    for kind, head in HEADS.items():
        for number, tie in enumerate(tie for tie in why.ties if tie.kind is kind):
            told, choice = f"{tie.text}  {len(tie.articles)}", WhyChoice(WhyAct.FIND, tie.text)
            if number:
                yield Told(told, "name", choice, 1 + HEAD_CELLS)
            else:
                yield Told(f"{head:<{HEAD_CELLS}}{told}", "name", choice)
    if why.by_hand:
        yield Told("Some of them were joined by hand.", "muted")
    if why.near:
        yield Told("", "muted")
        yield Told("Near, but other events", "muted")
    for near in why.near:
        day = f" · {near.day}" if near.day else ""
        yield Told(f"{near.title}{day}", "name", WhyChoice(WhyAct.OPEN, event=near.event), 3)
        reasons = "; ".join(near.reasons) or "too little in common"
        yield Told(f"{near.likeness:.0%} alike, but {reasons}", "muted", None, 5)
