"""The command palette: the actions of the key table that make sense on this screen, and the themes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from reader.ui.keymap import KEYS, Context, as_chosen, keys_shown
from reader.ui.layers import Layer
from reader.ui.text import ui_text
from reader.ui.theme import THEME_NAMES, THEMES


class Palette(CommandPalette, Layer[None]):
    """Textual's palette, which closes once, and moves in its list only when that is laid out (textual 8.2.8 breaks)."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)


class ReaderCommands(Provider):
    """Everything that can be done here, by its sentence in the key table."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for sentence, keys, command in self._commands():
            yield DiscoveryHit(ui_text(_line(sentence, keys)), command, text=sentence)

    async def search(self, query: str) -> Hits:
        """The commands that match what is typed, best first."""
        matcher = self.matcher(query)
        for sentence, keys, command in self._commands():
            score = matcher.match(sentence)
            if score > 0:
                yield Hit(score, ui_text(_line(sentence, keys)), command, text=sentence)

    def _commands(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        contexts = {Context.APP, *getattr(self.screen, "CONTEXTS", ())}
        for key in as_chosen(KEYS, getattr(self.app, "own_keys", {})):
            if key.palette and key.contexts & contexts:
                target = self.app if Context.APP in key.contexts else self.screen
                yield key.help, keys_shown(key), partial(self.app.run_action, key.action, target)
        for theme in THEMES:
            yield (
                f"Theme: {THEME_NAMES[theme.name]}",
                "",
                partial(self.app.run_action, f"choose_theme({theme.name!r})", self.app),
            )


def _line(sentence: str, keys: str) -> str:
    return f"{sentence}   {keys}" if keys else sentence
