"""How the tests look at a screen: as plain text. The one place that knows private names of Textual, which is pinned."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from reader.errors import ReaderError
from reader.library import Library
from reader.ui.app import ReaderApp
from reader.worker.client import Worker

TODAY = date(2024, 6, 1)


def app_of(library: Library) -> ReaderApp:
    """The app on a library, on a fixed day."""
    return ReaderApp(lambda: library, "tests", today=TODAY)


class IdleWorker(Worker):
    """A worker that is there and does nothing: the records change by themselves."""

    def __init__(self) -> None:
        pass

    @property
    def is_well(self) -> bool:
        return True

    @property
    def is_idle(self) -> bool:
        return False

    @property
    def has_ended(self) -> bool:
        return False

    def failure(self) -> ReaderError | None:
        return None

    def want_first(self, articles: Iterable[int]) -> None:
        del articles

    def stop(self) -> None:
        pass


def filled_app_of(library: Library, *targets: str) -> ReaderApp:
    """The app as it starts with files to read, which somebody else puts into the library."""
    return ReaderApp(
        lambda: library,
        targets[0] if targets else "your library",
        today=TODAY,
        targets=targets,
        start_worker=IdleWorker,
    )


async def settle(pilot: Pilot[None]) -> None:
    """Wait until what was asked for is on the screen."""
    for _ in range(3):
        with suppress(WorkerCancelled):  # a newer article has taken the place of an older one
            await pilot.app.workers.wait_for_complete()
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


GOLDEN = Path(__file__).parent / "golden"


def assert_golden(app: ReaderApp, name: str) -> None:
    """The screen is the one in ``golden/name.txt``; ``READER_GOLDEN=write`` writes it anew, to be looked at."""
    path = GOLDEN / f"{name}.txt"
    seen = screen_text(app) + "\n"
    if os.environ.get("READER_GOLDEN") == "write":
        path.write_text(seen, encoding="utf-8")
    assert seen == path.read_text(encoding="utf-8")


def terminal_bytes(app: ReaderApp) -> str:
    """What the whole screen sends to a terminal."""
    width, height = app.size
    file = StringIO()
    console = Console(file=file, width=width, height=height, force_terminal=True, color_system="truecolor")
    console.print(app.screen._compositor.render_update(full=True))
    return file.getvalue()
