"""The entity page: who somebody is, in which events, in whose company, and what was said; every line leads there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from reader.errors import LibraryError
from reader.export.who import (
    bar_line,
    company_told,
    days_told,
    described_told,
    event_told,
    head_told,
    outlet_told,
    place_told,
    seen_told,
)
from reader.models.who import Face, Place, Rest
from reader.ui.keymap import Context, bindings
from reader.ui.reads import LibraryThread
from reader.ui.screens.told import PANEL_CELLS, ToldScreen
from reader.ui.text import ui_plain
from reader.ui.widgets.told_lines import Told

FOOT = "Enter go there · x put it right · f its articles · Esc back"


@dataclass(frozen=True, slots=True)
class WhoChoice:
    """What was chosen on the page of an entity: a place, or an article and words in it, or somebody else.

    With ``listing`` the articles about the entity; with ``righting`` the menu that puts it right.
    """

    article: int = 0
    start: int = 0
    end: int = 0
    words: str = ""
    entity: int = 0
    listing: bool = False
    righting: bool = False


class WhoScreen(ToldScreen[WhoChoice]):
    """What the library knows of one entity: the first screen at once, what stands below it as it comes."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.WHO,)
    BINDINGS = bindings(Context.WHO)

    def __init__(self, shelf: LibraryThread, face: Face) -> None:
        super().__init__(head_told(face), tuple(_face(face)), FOOT)
        self._shelf, self._face = shelf, face

    def on_mount(self) -> None:
        """Ask for the rest."""
        self.run_worker(self._tell_rest())

    async def _tell_rest(self) -> None:
        number = self._face.entity.id
        try:
            rest = await self._shelf.ask(lambda library: library.who_else(number))
        except LibraryError as error:
            self.app.notify(ui_plain(str(error)), markup=False)
            return
        self.put((*_face(self._face), *_rest(rest), *_spellings(self._face)))

    def action_list(self) -> None:
        """Close, and list the articles."""
        self.dismiss(WhoChoice(entity=self._face.entity.id, words=self._face.entity.name, listing=True))

    def action_put_right(self) -> None:
        """Close, and put it right."""
        self.dismiss(WhoChoice(entity=self._face.entity.id, righting=True))


def _face(face: Face) -> Iterator[Told[WhoChoice]]:
    for sentence in face.by_hand:
        yield Told(f"you said: {sentence}", "muted")
    for each in face.described:
        yield Told(described_told(each), "ground", WhoChoice(each.article, each.start, each.start + 1))
    bars, width = bar_line(face.days, PANEL_CELLS - 10)
    if bars:
        yield Told(bars, "muted")
        yield Told(days_told(face, width), "muted")
    yield from _head("Events", face.events)
    for event in face.events:
        yield Told(event_told(event), "name", _at(event.place))
        yield Told(event.place.words, "ground", None, 3)


def _rest(rest: Rest) -> Iterator[Told[WhoChoice]]:
    for head, places in (("Says", rest.said), ("Said about it", rest.about)):
        yield from _head(head, places)
        for place in places:
            yield Told(place_told(place), "ground", _at(place))
    yield from _head("With", rest.company)
    for other in rest.company:
        yield Told(company_told(other), "ground", WhoChoice(entity=other.entity))
    yield from _head("Outlets", rest.outlets)
    for share in rest.outlets:
        yield Told(outlet_told(share), "ground", WhoChoice(share.article))


def _spellings(face: Face) -> Iterator[Told[WhoChoice]]:
    yield from _head("Spellings", face.seen)
    for seen in face.seen:
        yield Told(seen_told(seen), "ground", WhoChoice(seen.last, words=seen.surface) if seen.last else None)


def _head(head: str, lines: tuple[object, ...]) -> Iterator[Told[WhoChoice]]:
    if lines:
        yield Told("")
        yield Told(head, "muted")


def _at(place: Place) -> WhoChoice:
    return WhoChoice(place.article, place.start, place.end)
