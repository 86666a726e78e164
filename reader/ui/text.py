"""The one gate through which every string passes on its way to a widget.

Textual hands escape sequences on to the terminal and reads ``[...]`` as markup. Nothing from outside may do either,
so widgets are only ever given what these functions return; a test over the syntax tree of this package enforces it.
"""

from __future__ import annotations

from textual import events
from textual.content import Content

from reader.sanitize import HOSTILE, ONE_LINE_LIMIT, one_line, sanitize

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that must not reach the terminal, where offsets have to stay as they are."""

PASTE_LIMIT = 2000
"""Characters of a pasted text that an input field gets: no query is longer."""


def ui_text(text: str, limit: int = ONE_LINE_LIMIT) -> Content:
    """The text as content for a widget: sanitised, on one line, at most ``limit`` characters, never markup."""
    return Content(one_line(text, limit))


def ui_plain(text: str, limit: int = ONE_LINE_LIMIT) -> str:
    """The same as a string, for the few places of Textual that take nothing else (toasts, with markup off)."""
    return one_line(text, limit)


def typed(event: events.Key | events.Paste) -> events.Key | events.Paste | None:
    """What was typed or pasted, as an input field may have it; None if nothing harmless is left of it."""
    if isinstance(event, events.Paste):
        text = one_line(event.text, PASTE_LIMIT)
        return events.Paste(text) if text else None
    return event if event.character is None or len(event.key) > 1 or not HOSTILE.search(event.character) else None


def shown(text: str) -> str:
    """The text as it is painted: as long as it was, tabs and line breaks as blanks, hostile characters replaced.

    Offsets into the text stay valid, which ``sanitize`` alone does not promise.
    """
    if text.isprintable():  # by the Unicode database, nothing hostile is; nearly every text takes this way
        return text
    flat = text.replace("\t", " ").replace("\n", " ")
    if sanitize(flat) == flat:
        return flat
    return "".join(character if sanitize(character) == character else REPLACEMENT for character in flat)
