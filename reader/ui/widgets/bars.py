"""The two lines of chrome: the title bar above, with counters and progress, and the key bar below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from reader.models.listing import Counts
from reader.ui.keymap import Key, as_chosen, key_name
from reader.ui.layout import fit
from reader.ui.paint import strip_of
from reader.ui.text import ui_plain

EMPTY = Counts(0, 0, 0, 0, 0)

PROGRESS_CELLS = 5

READING = "reading"
ANALYSING = "analysing"
"""What the worker can be at."""

KEYS_CELLS = 30
"""Cells that the keys keep, whatever else the key bar has to say: the first two or three."""


class Bar(Widget):
    """One line that is painted from runs."""

    DEFAULT_CSS = """
    Bar { height: 1; width: 100%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "bar--ground",
        "bar--strong",
        "bar--muted",
        "bar--faint",
        "bar--accent",
        "bar--cursor",
        "bar--message",
    }

    def _runs_fitted(self, left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> Strip:
        """Runs of (text, style name) at both edges; the right ones are left out where there is no room."""
        width = self.size.width
        ground = self.get_component_rich_style("bar--ground")
        tail = sum(cell_len(text) for text, _ in right)
        head = sum(cell_len(text) for text, _ in left)
        kept = right if head + tail + 1 <= width else ()
        free = width - (tail if kept else 0) - 1
        runs = []
        for text, name in left:
            piece = fit(text, max(0, free))
            free -= cell_len(piece)
            runs.append((piece, self.get_component_rich_style(f"bar--{name}")))
        if kept:
            runs.append((" " * max(0, free), ground))
            runs += [(text, self.get_component_rich_style(f"bar--{name}")) for text, name in kept]
        return strip_of(runs, width, ground)


@dataclass(frozen=True, slots=True)
class Work:
    """What the worker is at.

    Attributes:
        verb: "reading", "analysing", or "" for nothing.
        done: how far it is.
        total: how far it has to go; 0 while that is not known.
        not_read: how many files of this import could not be read.
        trouble: what is wrong with the worker, in two or three words; "" while it works.
    """

    verb: str = ""
    done: int = 0
    total: int = 0
    not_read: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """What the title bar says.

    Attributes:
        label: of the filter, or "".
        listed: how many entries the filter has let through; None without a filter.
        marked: how many articles are marked for comparison.
    """

    counts: Counts = EMPTY
    work: Work = field(default_factory=Work)
    label: str = ""
    listed: int | None = None
    marked: int = 0


class TitleBar(Bar):
    """Name of the program and the library, counters, filter, marks, progress."""

    def __init__(self, title: str, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._title = title
        self._said = Title()
        self._heading = ""

    def put(self, said: Title) -> None:
        """Show this."""
        if said != self._said:
            self._said = said
            self.refresh()

    def put_heading(self, heading: str) -> None:
        """The headline of the article that has the screen alone; "" for the name of the library."""
        if heading != self._heading:
            self._heading = heading
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line; on a narrow screen the counters go first, what is marked and what is at work stay."""
        del y
        said = self._said
        left = [(" Reader", "strong"), (f"  {ui_plain(self._heading or self._title)}", "muted")]
        if said.label:
            left += [("  ▸ ", "accent"), (ui_plain(said.label, 60), "accent")]
        notes = [*self._notes(), (" ", "ground")]
        taken = sum(cell_len(text) for text, _ in (*left, *notes)) + 3
        for sizes in (self._sizes(), self._sizes()[:1], []):
            words = " · ".join(sizes)
            if taken + cell_len(words) <= self.size.width:
                return self._runs_fitted(left, [(words, "muted"), *notes])
        return self._runs_fitted(left, notes) if len(notes) > 1 else self._runs_fitted(left, [])

    def _sizes(self) -> list[str]:
        said, counts = self._said, self._said.counts
        if not counts.articles:
            return []
        if said.listed is not None:
            return [f"{said.listed:,} found in {_number(counts.articles, 'article')}"]
        return [_number(counts.unread, "unread", "unread"), _number(counts.events, "event")]

    def _notes(self) -> list[tuple[str, str]]:
        work, notes = self._said.work, []
        if self._said.marked:
            notes.append((f"   {self._said.marked} marked", "accent"))
        if work.trouble:
            notes.append((f"   {work.trouble}", "muted"))
        if work.not_read:
            notes.append((f"   {_number(work.not_read, 'file')} not read", "muted"))
        if work.total:
            done, total = min(work.done, work.total), work.total
            full = PROGRESS_CELLS * done // total
            notes.append((f"   {work.verb} {done}/{total} ", "muted"))
            notes.append(("▰" * full + "▱" * (PROGRESS_CELLS - full), "accent"))
        elif work.verb:
            notes.append((f"   {work.verb} …", "muted"))
        return notes


class KeyBar(Bar):
    """The keys that matter here; at the right what has just been done, or what the sign of the sentence says."""

    def __init__(self, keys: Sequence[Key], *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._keys = tuple(keys)
        self._note = ""
        self._message = ""

    def put_message(self, sentence: str) -> None:
        """A sentence at the right edge, over the note, until there is another one; "" takes it away."""
        if sentence != self._message:
            self._message = sentence
            self.refresh()

    def put_keys(self, keys: Sequence[Key]) -> None:
        """Other keys."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.refresh()

    def put_note(self, note: str) -> None:
        """A few words at the right edge."""
        if note != self._note:
            self._note = note
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        del y
        if self._message:
            told = f" {ui_plain(self._message)} "
            if self.size.width - cell_len(told) < KEYS_CELLS:
                return self._runs_fitted([(told, "message")], [])
            note, style = told, "message"
        else:
            note, style = f" {ui_plain(self._note, 60)} " if self._note else "", "muted"
        if self.size.width - cell_len(note) < KEYS_CELLS:
            note = ""
        free = self.size.width - cell_len(note) - 1
        left: list[tuple[str, str]] = []
        keys = as_chosen(self._keys, getattr(self.app, "own_keys", {}))
        last = keys[-1] if keys else None
        if last is not None:
            free -= cell_len(f" {key_name(last.keys[0])} {last.footer} ")
        for key in keys[:-1]:
            piece = [(f" {key_name(key.keys[0])}", "strong"), (f" {key.footer} ", "muted")]
            cells = sum(cell_len(text) for text, _ in piece)
            if cells > free:
                break
            free -= cells
            left += piece
        if last is not None:
            left += [(f" {key_name(last.keys[0])}", "strong"), (f" {last.footer} ", "muted")]
        return self._runs_fitted(left, [(note, style)] if note else [])


def _number(count: int, noun: str, plural: str = "") -> str:
    plural = plural or f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"
