"""What an undo or a redo led to, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from reader.library import Library
from reader.models.journal import Change, ChangeKind

_NOW = {
    (ChangeKind.READ, True): "Read again",
    (ChangeKind.READ, False): "Unread again",
    (ChangeKind.STARRED, True): "Starred again",
    (ChangeKind.STARRED, False): "No longer starred",
    (ChangeKind.MARKED, True): "Marked again",
    (ChangeKind.MARKED, False): "No longer marked",
    (ChangeKind.DISMISSED, True): "Set aside again",
    (ChangeKind.DISMISSED, False): "Brought back",
    (ChangeKind.TOGETHER, True): "Joined again",
    (ChangeKind.TOGETHER, False): "No longer joined",
    (ChangeKind.APART, True): "Kept apart again",
    (ChangeKind.APART, False): "No longer kept apart",
    (ChangeKind.SAME_AS, True): "One name again",
    (ChangeKind.SAME_AS, False): "No longer one name",
    (ChangeKind.BELONGS, True): "Somebody else's again",
    (ChangeKind.BELONGS, False): "No longer somebody else's",
    (ChangeKind.CALLED, True): "Renamed again",
    (ChangeKind.CALLED, False): "No longer renamed",
    (ChangeKind.READ_AS, True): "Read so again",
    (ChangeKind.READ_AS, False): "No longer read so",
    (ChangeKind.WATCHED, True): "Watched as before",
    (ChangeKind.WATCHED, False): "No longer watched",
    (ChangeKind.NOTED, True): "Noted as before",
    (ChangeKind.NOTED, False): "No longer noted",
}
"""What became of it, by what was changed and the value that it has now."""


def became(library: Library, changes: Sequence[Change], *, undone: bool) -> str:
    """What became of what by an undo, or a redo; there is at least one change."""
    first = changes[0]
    now = _NOW[first.kind, bool(first.before if undone else first.after)]
    return f"{now}: {_what_of(library, changes)}."


def _what_of(library: Library, changes: Sequence[Change]) -> str:
    """What changes are about: an article's title, or their number."""
    if changes[0].kind is ChangeKind.DISMISSED:
        return "a difference" if len(changes) == 1 else f"{len(changes)} differences"
    if changes[0].kind is ChangeKind.WATCHED:
        return f"“{changes[0].target}”"
    cards = library.cards(library.changed_articles(changes)[:1])
    return f"“{cards[0].title}”" if cards and len(changes) == 1 else f"{len(changes)} articles"
