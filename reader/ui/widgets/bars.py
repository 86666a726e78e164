"""The two lines of chrome: the title bar above, with counters and progress, and the key bar below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from reader.models.listing import Counts
from reader.ui.keymap import Key, key_name
from reader.ui.layout import fit
from reader.ui.paint import strip_of
from reader.ui.text import ui_plain

PROGRESS_CELLS = 5

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
        kept = right if head + tail + 2 <= width else ()
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
    """What the worker is at: a verb and how far it is; ``total`` 0 for nothing."""

    verb: str = ""
    done: int = 0
    total: int = 0


class TitleBar(Bar):
    """Name of the program and the library, counters, filter, progress."""

    def __init__(self, title: str, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._title = title
        self._counts = Counts(0, 0, 0, 0, 0)
        self._label = ""
        self._work = Work()

    def put(self, counts: Counts, label: str, work: Work) -> None:
        """Show these counters, the filter's label and the progress."""
        if (counts, label, work) != (self._counts, self._label, self._work):
            self._counts, self._label, self._work = counts, label, work
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        del y
        counts = self._counts
        left = [(" Reader", "strong"), (f"  {ui_plain(self._title, 40)}", "muted")]
        if self._label:
            left += [("  ▸ ", "accent"), (ui_plain(self._label, 60), "accent")]
        sizes = [_number(counts.articles, "article"), _number(counts.events, "event")]
        if counts.stories:
            sizes.append(_number(counts.stories, "story"))
        right = [(" · ".join(sizes), "muted")]
        if self._work.total:
            done, total = min(self._work.done, self._work.total), self._work.total
            full = PROGRESS_CELLS * done // total
            right += [
                (f"   {self._work.verb} {done}/{total} ", "muted"),
                ("▰" * full + "▱" * (PROGRESS_CELLS - full), "accent"),
            ]
        return self._runs_fitted(left, [*right, (" ", "ground")])


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
        last = self._keys[-1] if self._keys else None
        if last is not None:
            free -= cell_len(f" {key_name(last.keys[0])} {last.footer} ")
        for key in self._keys[:-1]:
            piece = [(f" {key_name(key.keys[0])}", "strong"), (f" {key.footer} ", "muted")]
            cells = sum(cell_len(text) for text, _ in piece)
            if cells > free:
                break
            free -= cells
            left += piece
        if last is not None:
            left += [(f" {key_name(last.keys[0])}", "strong"), (f" {last.footer} ", "muted")]
        return self._runs_fitted(left, [(note, style)] if note else [])


def _number(count: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"
