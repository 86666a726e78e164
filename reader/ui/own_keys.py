"""The keys that a person has chosen: ``[keys]`` of the settings, laid over the one key table.

A line is named by what help says that it does, or by a beginning that fits no line with other keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from reader.errors import UsageError
from reader.ui.keymap import GIVEN, KEYS, SCREENS, Context, Key, as_chosen, key_name

PRESETS: dict[str, dict[str, tuple[str, ...]]] = {
    "vim": {},
    "newsboat": {
        "next unread article": ("n",),
        "mark read or unread": ("N",),
        "next hit": ("m",),
        "previous hit": ("M",),
        "filter the list": ("F",),
        "list grouped": ("f",),
        "star or unstar": ("Ctrl+b", "t"),
    },
    "arrows": {
        "next line": ("↓",),
        "previous line": ("↑",),
        "pane to the left": ("←", "Shift+Tab"),
        "pane to the right": ("→", "Tab"),
        "source to the left": ("←", "Shift+Tab"),
        "source to the right": ("→", "Tab"),
        "half a page down": ("Ctrl+PgDn",),
        "half a page up": ("Ctrl+PgUp",),
        "to the bottom": ("End",),
        "find a name": ("Ctrl+f", "/"),
        "next hit": ("F3", "n"),
        "previous hit": ("Shift+F3", "N"),
        "next article": ("Ctrl+↓",),
        "previous article": ("Ctrl+↑",),
        "fetch what is new": ("F5", "r"),
        "redo": ("Ctrl+y", "Ctrl+r"),
        "this help": ("F1", "?"),
    },
}
"""What each preset changes; "vim" is the table itself."""

DIALOGS = frozenset({Context.EXPORT, Context.FIND, Context.WHY})
"""Where letters are the names of choices, or are typed."""

_PARTS = frozenset({Context.LIST, Context.ARTICLE, Context.PANEL})
"""The parts of the reading screen: one of them has the focus."""

_BY_NAME = {key_name(name).casefold(): name for name in ("down", "up", "left", "right")} | {
    name.casefold(): name.casefold()
    for name in (
        *("enter", "escape", "space", "tab", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace"),
        *("down", "up", "left", "right"),
        *(f"F{number}" for number in range(1, 13)),
    )
}
_BY_NAME |= {"esc": "escape", "pgdn": "pagedown", "pgup": "pageup"}

_MODIFIED = re.compile(r"((?:(?:ctrl|alt|shift)\+)+)(.+)", re.IGNORECASE)


def chosen_keys(preset: str, own: Iterable[tuple[str, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    """The keys that a preset and the person's own lines give, as Textual names them, by what help says they do.

    Raises:
        UsageError: there is no such preset, line or key, or a key would mean two things on one screen.
    """
    if preset not in PRESETS:
        raise UsageError(f"There are no keys “{preset}”; there are {', '.join(PRESETS)}.")
    chosen: dict[str, tuple[str, ...]] = {}
    for name, keys in (*PRESETS[preset].items(), *own):
        names = tuple(_textual_name(key) for key in keys)
        chosen |= {line.help: names for line in _lines(name)}
    _refuse_clashes(chosen)
    return chosen


def _lines(name: str) -> list[Key]:
    """The lines of the table that a name, or the beginning of one, stands for."""
    wanted = _folded(name)
    free = [key for key in KEYS if key.action not in GIVEN and not key.contexts <= DIALOGS]
    found = [key for key in free if _folded(key.help) == wanted]
    found = found or [key for key in free if wanted and _folded(key.help).startswith(wanted)]
    if not found:
        raise UsageError(f"The settings give keys to “{name}”, but nothing in the help is called so.")
    if len({key.keys for key in found}) > 1:
        told = ", ".join(f"“{text}”" for text in dict.fromkeys(key.help for key in found))
        raise UsageError(f"The settings give keys to “{name}”, which can be {told}; write more of it.")
    return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())


def _textual_name(key: str) -> str:
    """A key as Textual names it, from what a person writes: "Ctrl+d", "PgDn", "↓", "?"."""
    if key == " ":
        return "space"
    if len(key) == 1 and key.isprintable() and key not in "↓↑←→":
        return "comma" if key == "," else key
    modified = _MODIFIED.fullmatch(key)
    before, plain = (modified[1].lower(), modified[2]) if modified else ("", key)
    name = _BY_NAME.get(plain.casefold(), plain.lower() if before and len(plain) == 1 and plain.isalnum() else "")
    if not name:
        raise UsageError(f"The settings name a key “{key}” that there is none of; write it as the help does: Ctrl+d.")
    return before + name


def _refuse_clashes(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """A key that would mean two things on one screen is named; what the table itself settles is not."""
    settled = {(one.action, other.action) for one, other, _ in _clashes(KEYS)}
    for one, other, key in _clashes(as_chosen(KEYS, chosen)):
        if (one.action, other.action) not in settled:
            raise UsageError(
                f"With these settings the key {key_name(key)} would mean both “{one.help}” and “{other.help}”;"
                " give one of them another key in [keys]."
            )


def _clashes(keys: Iterable[Key]) -> list[tuple[Key, Key, str]]:
    return [
        (one, other, shared)
        for one, other in combinations(keys, 2)
        if one.help != other.help and _meet(one.contexts, other.contexts)
        for shared in sorted(set(one.keys) & set(other.keys))
    ]


def _meet(one: frozenset[Context], other: frozenset[Context]) -> bool:
    """Whether keys of these contexts can work at the same moment."""
    both = one | other
    if Context.APP in one & other or one & other:
        return True
    if Context.APP in both:
        return not (both - {Context.APP}) <= DIALOGS
    for contexts in SCREENS.values():
        mine, theirs = one & contexts, other & contexts
        if mine and theirs and not (mine <= _PARTS and theirs <= _PARTS):
            return True
    return False
