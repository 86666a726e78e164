"""How the tests look at a screen: as plain text. The one place that knows private names of Textual, which is pinned."""

from __future__ import annotations

from datetime import date
from io import StringIO

from rich.console import Console
from textual.pilot import Pilot

from reader.library import Library
from reader.ui.app import ReaderApp

TODAY = date(2024, 6, 1)


def app_of(library: Library) -> ReaderApp:
    """The app on a library, on a fixed day."""
    return ReaderApp(lambda: library, "tests", today=TODAY)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until what was asked for is on the screen."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete([worker for worker in pilot.app.workers if worker.group != "forever"])
        await pilot.pause()


def screen_text(app: ReaderApp) -> str:
    """The screen as text, without blanks at the ends of lines."""
    width, height = app.size
    console = Console(
        file=StringIO(), record=True, width=width, height=height, force_terminal=True, legacy_windows=False
    )
    console.print(app.screen._compositor.render_update(full=True))
    lines = console.export_text(styles=False).split("\n")
    return "\n".join(line.rstrip() for line in lines).rstrip("\n")
