"""What an undo or a redo led to, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from reader.library import Library
from reader.models.corrections import decode, subject
from reader.models.journal import CORRECTIONS, Change, ChangeKind

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
    (ChangeKind.WATCHED, True): "Watched as before",
    (ChangeKind.WATCHED, False): "No longer watched",
    (ChangeKind.NOTED, True): "Noted as before",
    (ChangeKind.NOTED, False): "No longer noted",
    **{(kind, True): "Put right again" for kind in CORRECTIONS},
    **{(kind, False): "No longer put right" for kind in CORRECTIONS},
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
    if changes[0].kind in CORRECTIONS:
        return f"“{subject(decode(changes[0].kind, changes[0].target))}”"
    cards = library.cards(library.changed_articles(changes)[:1])
    return f"“{cards[0].title}”" if cards and len(changes) == 1 else f"{len(changes)} articles"
