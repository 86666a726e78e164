"""The application: opens the library in its thread, starts the worker, shows the screens, and ends cleanly."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual import worker as background
from textual.command import Provider
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.timer import Timer

from reader.config import keep_theme, place_file, settings
from reader.errors import LibraryError, ReaderError, UsageError
from reader.library import Library
from reader.models import clock
from reader.models.addresses import is_address
from reader.models.library import JobState
from reader.models.listing import AddStatus
from reader.sanitize import sanitize
from reader.ui.colourless import Colourless
from reader.ui.driver import TerminalDriver
from reader.ui.keymap import Context, bindings
from reader.ui.lag import FILE_VARIABLE, LagCounter
from reader.ui.layers import LayeredApp
from reader.ui.left_out import left_out
from reader.ui.messages import ComparisonWanted, FoundFromHere, InView, SourceWanted
from reader.ui.place import keep_place, read_place
from reader.ui.pulse import Beat, Pulse
from reader.ui.reads import LibraryThread
from reader.ui.screens.reading import ReadingScreen
from reader.ui.signals import end_on_signals
from reader.ui.text import ui_plain
from reader.ui.theme import DARK, THEMES
from reader.ui.widgets.bars import ANALYSING, READING, KeyBar, Work
from reader.worker.client import Worker

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reader.ui.screens.comparison import ComparisonScreen


def _commands() -> type[Provider]:
    """What the palette offers."""
    from reader.ui.palette import ReaderCommands  # noqa: PLC0415 (loaded when it is shown)

    return ReaderCommands


COMPARISON = "comparison"
"""Name of the comparison screen that a source is shown from; it stays as it was left."""

TOLD_SECONDS = 3.0
"""How long a sentence about what was done stays: the longest one is read aloud in about three seconds."""

CURRENT_SECONDS = 60.0
"""Between two looks whether anything that is followed is due."""

WATCH_SECONDS = 0.25
"""Between two looks at the import and at the worker's health."""


TROUBLE = "worker failed"
STARTED_AGAIN = " It has been started again."


class ReaderApp(LayeredApp):
    """Reader in a terminal."""

    CSS_PATH = "app.tcss"
    BINDINGS = bindings(Context.APP)
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    ENABLE_COMMAND_PALETTE = True
    TITLE = "Reader"

    def __init__(
        self,
        open_library: Callable[[], Library],
        title: str,
        *,
        today: date | None = None,
        targets: Sequence[str] = (),
        start_worker: Callable[[], Worker] | None = None,
        theme: str = "",
        keys: Mapping[str, tuple[str, ...]] | None = None,
        place: Path | None = None,
    ) -> None:
        super().__init__()
        self.shelf = LibraryThread(open_library)
        self.lag = LagCounter()
        self._library_title = title
        self._place = place
        self._today = today or clock.today()
        self._targets = tuple(targets)
        self._start_worker = start_worker
        self._worker: Worker | None = None
        self._job: int | None = None
        self._work = Work(READING if targets and start_worker else "")
        self._trouble: ReaderError | None = None
        self._written = Pulse(self.shelf)
        self._last_job: int | None = None
        self._speaking: KeyBar | None = None
        self._silence: Timer | None = None
        self.crash: Exception | None = None
        for known in THEMES:
            self.register_theme(known)
        self.own_keys = dict(keys or {})
        self.set_keymap({name: ",".join(chosen) for name, chosen in self.own_keys.items()})
        self.theme = theme if theme in {known.name for known in THEMES} else DARK.name

    def get_driver_class(self) -> type[Driver]:
        """The terminal as Reader drives it."""
        return TerminalDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to every line before it is drawn: without colours where ``NO_COLOR`` is set."""
        return (Colourless(),) if self.no_color else super().get_line_filters()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The variables of our own, for themes that lack them."""
        return dict(DARK.variables)

    async def on_mount(self) -> None:
        """Show the home screen; what costs time comes after the first paint."""
        if not self.is_headless:
            end_on_signals(self._end)
        self.reading = ReadingScreen(
            self.shelf, self._library_title, self._today, self._work_now, named=bool(self._targets)
        )
        if self._place is not None:
            self.reading.place = read_place(self._place)
        await self.push_screen(self.reading)
        self.call_after_refresh(self._begin_work)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, keeping where the person was."""
        if self._place is not None and self._running:
            comparison = self._comparison()
            is_open = comparison is not None and comparison in self.screen_stack
            keep_place(self._place, self.reading.place_now(comparison if is_open else None))
        super().exit(result, return_code, message)

    def _end(self, code: int) -> None:
        self.exit(return_code=code)

    # The worker

    async def _begin_work(self) -> None:
        gc.collect()
        gc.enable()
        gc.freeze()  # what the start has made stays: looking through it again and again costs 30 ms each time
        if FILE_VARIABLE in os.environ:  # only there and on the help screen is it told; it costs 1 % of a processor
            self._lag_watch = asyncio.create_task(self.lag.watch())
        if self._start_worker is not None:
            if not self._targets:
                self._work = Work(ANALYSING)
            _: background.Worker[None] = self.run_worker(self._start, group="worker")

    async def _start(self) -> None:
        """Order the import of what was named on the command line, start the worker, and watch over both."""
        start_worker, targets = self._start_worker, self._targets
        if start_worker is None:
            return
        try:
            if targets:
                self._job = await self.shelf.ask(lambda library: library.request_add(targets, exactly=True))
            else:
                await self._note_what_became_of(None)
            self._worker = await asyncio.to_thread(start_worker)
        except ReaderError as error:
            self._work = Work()
            self.tell(str(error))
            return
        self.set_interval(CURRENT_SECONDS, self.reading.keep_current)
        await self.reading.keep_current()
        self._worker_watch = Beat(WATCH_SECONDS, self._is_watch_due, lambda: self.call_later(self._watch))

    def _is_watch_due(self) -> bool:
        """Whether there is an import to follow, or something to do about the worker."""
        if self._job is not None:
            return True
        if self._worker is None or self._worker.is_well:
            return False
        return not self._worker.is_idle or self._written.changed()

    def _work_now(self) -> Work:
        return replace(self._work, trouble=TROUBLE if self._trouble else "")

    async def _watch(self) -> None:
        if self._job is not None:
            number = self._job
            job = await self.shelf.ask(lambda library: library.job(number))
            if job is None or job.state in {JobState.DONE, JobState.STORED, JobState.FAILED}:
                self._job = None
                await self._note_what_became_of(number)
                if job is not None and job.error:
                    self.tell(job.error)
            elif job.total:
                self._work = Work(READING, job.done, job.total)
        if self._worker is not None:
            await self._tend(self._worker)

    async def _tend(self, worker: Worker) -> None:
        """Tell what is wrong with the worker, until it works again; start it again for new work if it was idle."""
        failure = await asyncio.to_thread(worker.failure)
        if failure is not self._trouble:
            self._trouble = failure
            if failure is not None:
                self.tell(f"{failure}{'' if worker.has_ended else STARTED_AGAIN}")
        self.shelf.trouble = str(failure) if failure is not None and worker.has_ended else ""
        if worker.is_idle and await self.shelf.ask(lambda library: library.has_work()):
            await asyncio.to_thread(worker.wake)

    async def _note_what_became_of(self, job: int | None) -> None:
        """Note which inputs of a job, and of earlier ones, were not read, and that the analysis comes next."""
        self._last_job = job
        not_read, counts = await self.shelf.ask(lambda library: (left_out(library, job), library.counts()))
        self.reading.counts = counts  # the screen must not take a library that has just been filled for an empty one
        failed = sum(each.status is AddStatus.FAILED for each in not_read)
        self._work = Work(ANALYSING, not_read=failed)

    async def action_not_read(self) -> None:
        """List the files that were not read, with the reason of each."""
        from reader.ui.screens.not_read import NotReadScreen  # noqa: PLC0415 (loaded when it is shown)

        if isinstance(self.screen, NotReadScreen):
            return
        not_read = await self.shelf.ask(lambda library: left_out(library, self._last_job))
        if not_read:
            self.push_screen(NotReadScreen(not_read))
        else:
            self.tell("Every file was read.")

    @on(InView)
    async def _prefer(self, message: InView) -> None:
        message.stop()
        if self._worker is not None:
            await asyncio.to_thread(self._worker.want_first, message.articles)

    # Messages and keys

    def tell(self, sentence: str) -> None:
        """Show a sentence for a moment."""
        self.notify(ui_plain(sentence), markup=False)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something in the line of the key bar, or, on a screen without one, as Textual does; one at a time."""
        del markup  # nothing that is said is markup
        self._hush()
        bar = next(iter(self.screen.query(KeyBar)), None)
        if bar is None or not bar.display:
            seconds = timeout or TOLD_SECONDS
            super().notify(ui_plain(message), title=title, severity=severity, timeout=seconds, markup=False)
            return
        bar.put_message(message)
        self._speaking = bar
        self._silence = self.set_timer(timeout or TOLD_SECONDS, self._hush)

    def _hush(self) -> None:
        """Take away what was said last."""
        self.clear_notifications()
        if self._silence is not None:
            self._silence.stop()
            self._silence = None
        if self._speaking is not None:
            self._speaking.put_message("")
            self._speaking = None

    async def on_event(self, event: events.Event) -> None:
        """The next key takes away what was said: it is about the screen as it was."""
        if isinstance(event, events.Key | events.MouseDown) and not event.is_forwarded and self._speaking is not None:
            self._hush()
        await super().on_event(event)

    @on(ComparisonWanted)
    async def _compare(self, message: ComparisonWanted) -> None:
        message.stop()
        self._try_again()
        from reader.ui.screens.comparison import ComparisonScreen  # noqa: PLC0415 (loaded when it is shown)

        if not isinstance(self.screen, ComparisonScreen):
            await self._forget_comparison()
            self.install_screen(ComparisonScreen(self.shelf, message), COMPARISON)
            await self.push_screen(COMPARISON)

    def _try_again(self) -> None:
        """A worker that has failed gets another chance with what the person asks for."""
        if self._worker is not None and self.shelf.trouble:
            self.shelf.trouble = ""
            self._worker.wake()

    def _comparison(self) -> ComparisonScreen | None:
        """The comparison that stays as it was left, if there is one."""
        from reader.ui.screens.comparison import ComparisonScreen  # noqa: PLC0415 (loaded when it is shown)

        known = self.get_screen(COMPARISON) if self.is_screen_installed(COMPARISON) else None
        return known if isinstance(known, ComparisonScreen) else None

    async def _forget_comparison(self) -> None:
        """Let go of the comparison that a source was shown from."""
        self.reading.way_back = None
        if self.is_screen_installed(COMPARISON):
            comparison = self.get_screen(COMPARISON)
            self.leave(comparison)
            self.uninstall_screen(comparison)
            await comparison.remove()

    def _back_to_comparison(self) -> None:
        if self.is_screen_installed(COMPARISON) and self.get_screen(COMPARISON) not in self.screen_stack:
            self.push_screen(COMPARISON)

    def _leave_comparison(self) -> None:
        """Show the articles; Esc comes back."""
        self.leave(self.get_screen(COMPARISON))
        self.reading.way_back = self._back_to_comparison

    @on(SourceWanted)
    async def _show_source(self, message: SourceWanted) -> None:
        message.stop()
        self._leave_comparison()
        await self.reading.show_sentence(message.article, message.start, message.end)

    @on(FoundFromHere)
    def _show_found(self, message: FoundFromHere) -> None:
        message.stop()
        self._leave_comparison()
        self.reading.show_found(message.found)

    def action_help(self) -> None:
        """Show every key."""
        from reader.ui.screens.help import HelpScreen  # noqa: PLC0415 (loaded when it is shown)

        if not isinstance(self.screen, HelpScreen):
            present = getattr(self.screen, "CONTEXTS", (Context.READING,))
            self.push_screen(HelpScreen(present, self.lag.sentence() if FILE_VARIABLE in os.environ else ""))

    def action_command_palette(self) -> None:
        """Show what can be done here."""
        from reader.ui.palette import Palette  # noqa: PLC0415 (loaded when it is shown)

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    async def action_choose_theme(self, name: str) -> None:
        """Show another theme, from now on also at the next start."""
        self.theme = name
        try:
            await asyncio.to_thread(keep_theme, name)
        except UsageError as error:
            self.tell(str(error))

    # The end

    def _handle_exception(self, error: Exception) -> None:
        """A crash: the terminal is restored first, then one sentence and the traceback (in ``run``)."""
        if self.crash is None:
            self.crash = error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Textual would print the traceback with the text of articles in it; ``run`` prints a plain one."""
        self._close_messages_no_wait()

    def close(self) -> None:
        """Stop the worker, close the library, write the lag counter."""
        if self._worker is not None:
            self._worker.stop()
        self.shelf.close()
        self.lag.write()


def chosen_theme() -> str:
    """The theme that the settings name; "" without any, or without a home directory.

    Raises:
        UsageError: the settings make no sense, or name a theme that there is none of.
    """
    try:
        theme = settings().theme
    except LibraryError:
        return ""
    names = [known.name for known in THEMES]
    if theme and theme not in names:
        raise UsageError(f"There is no theme “{theme}”; there are {', '.join(names)}.")
    return theme


def own_keys() -> dict[str, tuple[str, ...]]:
    """The keys that the settings choose, by what help says they do; none without a home directory.

    Raises:
        UsageError: the settings make no sense, or give one key two meanings.
    """
    try:
        chosen = settings()
    except LibraryError:
        return {}
    if not chosen.keys and not chosen.preset:
        return {}
    from reader.ui.own_keys import chosen_keys  # noqa: PLC0415 (loaded when it is needed)

    return chosen_keys(chosen.preset or "vim", chosen.keys)


def _reason(crash: Exception | None) -> ReaderError | None:
    """What a crash says that is fit to be shown alone: a library that is damaged, or is not there any more."""
    while isinstance(crash, background.WorkerFailed):
        crash = crash.error if isinstance(crash.error, Exception) else None
    return crash if isinstance(crash, ReaderError) else None


def run(library: Path, targets: Sequence[str] = ()) -> int:
    """Show the screens until the person leaves; the exit code comes back.

    Args:
        library: the library's file.
        targets: files, folders and addresses to read; their list is what the library is made to hold.

    Raises:
        UsageError: the settings make no sense.
        ReaderError: the library cannot be opened, read or written.
    """
    names = [target if is_address(target) else Path(target).name or target for target in targets]
    title = ", ".join(names) or "your library"
    app = ReaderApp(
        lambda: Library.open(library),
        title,
        targets=targets,
        start_worker=lambda: Worker(library),
        theme=chosen_theme(),
        keys=own_keys(),
        place=place_file(library),
    )
    try:
        app.run()
    finally:
        app.close()
    if (reason := _reason(app.crash)) is not None:
        raise reason
    if app.crash is not None:
        told = "".join(traceback.format_exception(app.crash))
        sys.stderr.write(
            f"Reader has stopped: {sanitize(str(app.crash)) or type(app.crash).__name__}\n\n{sanitize(told)}"
        )
        return 1
    return app.return_code or 0
