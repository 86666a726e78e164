"""The one key table. Bindings, key bar, help screen, command palette and the README's list are all made from it.

A key means one thing on every screen. Where UI.md gives one key two meanings, the meaning depends on the focus, and
this table says so: ``Space`` folds an event in the list, and picks out one entity in the panel; ``Enter`` opens what
is under the cursor. Keys of views that are not built yet are not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from textual.binding import Binding, BindingType


class Context(StrEnum):
    """Where a key works: a screen, or a part of one that has the focus."""

    APP = "everywhere"
    READING = "reading"
    SHELF = "shelves"
    LIST = "article list"
    ARTICLE = "article"
    PANEL = "entity panel"
    HELP = "help"
    COMPARISON = "comparison"
    ROWS = "comparison, rows"
    COLUMNS = "comparison, views with columns"
    DIFFERING = "comparison, views with differences"
    FIND = "find"
    EXPORT = "export"
    ASK = "a line to write"
    REVISIONS = "what changed"
    WHY = "why one event"
    THREAD = "story"
    WHO = "who somebody is"
    RIGHTING = "putting a name right"


class Group(StrEnum):
    """The headings of the help screen."""

    MOVE = "Move"
    READ = "Read"
    SOURCES = "Compare"
    FIND = "Find"
    KEEP = "Keep"
    VIEW = "View"
    PROGRAM = "Program"


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the table.

    Attributes:
        keys: as Textual names them ("j", "ctrl+d", "enter"); a character stands for itself.
        action: the action that they run in each of their contexts.
        help: what it does, in a few words, without a full stop and without square brackets.
        footer: one or two words for the key bar, or "" to leave it out there.
        shown: the keys as a person writes them ("g g"), or "" to derive them.
        palette: whether the command palette offers it: not for movements.
    """

    keys: tuple[str, ...]
    action: str
    help: str
    group: Group
    contexts: frozenset[Context]
    footer: str = ""
    shown: str = ""
    palette: bool = True
    priority: bool = False


TOLD = frozenset({Context.WHY, Context.THREAD, Context.WHO, Context.RIGHTING})
MOVING = (
    frozenset({Context.SHELF, Context.LIST, Context.ARTICLE, Context.PANEL, Context.COMPARISON, Context.HELP}) | TOLD
)
HOME = frozenset({Context.READING})
COMPARED = frozenset({Context.COMPARISON})
ROWS = frozenset({Context.ROWS})
COLUMNS = frozenset({Context.COLUMNS})
DIFFERING = frozenset({Context.DIFFERING})
KEPT = frozenset({Context.READING, Context.COMPARISON})
FINDABLE = frozenset({Context.READING, Context.COMPARISON})
CLOSED = FINDABLE | TOLD | {Context.HELP}
FINDING = frozenset({Context.FIND})
EXPORTING = frozenset({Context.EXPORT})
EVERYWHERE = frozenset({Context.APP})
CHANGED = frozenset({Context.REVISIONS})
WHY = frozenset({Context.WHY})
WHO = frozenset({Context.WHO})
RIGHTING = frozenset({Context.RIGHTING})

RIGHTING_LETTERS = "shaenpolrt123"
"""The letters of the menu that puts a name right."""

KEYS: tuple[Key, ...] = (
    Key(("j", "down"), "move(1)", "next line or sentence", Group.MOVE, MOVING, palette=False),
    Key(("k", "up"), "move(-1)", "previous line or sentence", Group.MOVE, MOVING, palette=False),
    Key(
        tuple("1234567890"),
        "count",
        "a number before a movement repeats it",
        Group.MOVE,
        frozenset({Context.SHELF, Context.LIST, Context.ARTICLE, Context.PANEL}),
        shown="5 j",
        palette=False,
    ),
    Key(("g",), "chord", "to the top", Group.MOVE, MOVING, shown="g g", palette=False),
    Key(("home",), "edge(-1)", "to the top", Group.MOVE, MOVING, palette=False),
    Key(("G", "end"), "edge(1)", "to the bottom", Group.MOVE, MOVING, palette=False),
    Key(("ctrl+d",), "page(0.5)", "half a page down", Group.MOVE, MOVING, palette=False),
    Key(("ctrl+u",), "page(-0.5)", "half a page up", Group.MOVE, MOVING, palette=False),
    Key(("pagedown",), "page(1.0)", "a page down", Group.MOVE, MOVING, palette=False),
    Key(("pageup",), "page(-1.0)", "a page up", Group.MOVE, MOVING, palette=False),
    Key(("h", "left", "shift+tab"), "pane(-1)", "pane to the left", Group.MOVE, HOME, palette=False),
    Key(("l", "right", "tab"), "pane(1)", "pane to the right", Group.MOVE, HOME, palette=False),
    Key(("enter",), "open", "open what is under the cursor", Group.MOVE, MOVING - {Context.HELP}, palette=False),
    Key(("h", "left", "shift+tab"), "column(-1)", "source to the left", Group.MOVE, COMPARED, palette=False),
    Key(("l", "right", "tab"), "column(1)", "source to the right", Group.MOVE, COMPARED, palette=False),
    Key(("J",), "step_article(1)", "next article", Group.READ, HOME, palette=False),
    Key(("K",), "step_article(-1)", "previous article", Group.READ, HOME, palette=False),
    # "Tab" is the next pane, as UI.md has it; "M" goes to what "m" would mark read.
    Key(("M",), "next_unread", "next unread article", Group.READ, HOME),
    Key(("o",), "open_origin", "open in the browser, or copy the file’s path", Group.READ, HOME),
    Key(("H",), "cycle_highlights", "highlights: quiet, all, off", Group.READ, HOME, footer="highlights"),
    Key(("=",), "toggle_marks", "mark also what sources share, or differences alone", Group.READ, HOME),
    Key((";",), "link", "open a link of the article by its number", Group.READ, HOME),
    Key(("d",), "revisions", "what changed in this article, word by word", Group.READ, HOME),
    Key(("d",), "back", "back to the article", Group.READ, CHANGED, palette=False),
    Key(("]",), "change(1)", "next change", Group.READ, CHANGED, footer="next change"),
    Key(("[",), "change(-1)", "previous change", Group.READ, CHANGED, footer="previous change"),
    Key((".",), "toggle_hidden", "show or hide captions, ads and boxes", Group.READ, HOME),
    Key(("e",), "toggle_panel", "entities of this article", Group.READ, HOME, footer="entities"),
    Key(("E",), "open_entity", "who the entity under the cursor is", Group.READ, HOME),
    Key(("*",), "mention(1)", "next mention of this entity", Group.READ, HOME),
    Key(("#",), "mention(-1)", "previous mention of this entity", Group.READ, HOME),
    Key(
        ("]",),
        "difference(1)",
        "next difference, or what is new in a grown event",
        Group.SOURCES,
        HOME,
        footer="next difference",
    ),
    Key(("[",), "difference(-1)", "previous difference, or what is new", Group.SOURCES, HOME),
    Key(
        ("c",),
        "compare",
        "compare the event’s sources; on a marked article all that are marked",
        Group.SOURCES,
        HOME,
        footer="compare",
    ),
    Key(("C",), "compare_story", "compare all articles of the story", Group.SOURCES, HOME),
    Key(("w",), "why", "why these are one event, and put it right", Group.SOURCES, HOME),
    Key(("T",), "thread", "the story, event after event", Group.SOURCES, HOME),
    Key(("o",), "put_right('move out')", "move this article out of the event", Group.KEEP, WHY),
    Key(("v",), "put_right('join')", "join with the event of the marked article", Group.KEEP, WHY),
    Key(("n",), "put_right('part')", "never one event with that of the marked article", Group.KEEP, WHY),
    Key(("x",), "put_right", "put right who or what the name under the cursor is", Group.KEEP, HOME | WHO),
    Key(("f",), "list", "the articles about this entity as a list", Group.FIND, WHO),
    *(
        Key((letter,), f"letter('{letter}')", "in the menu: say this of the name", Group.KEEP, RIGHTING, palette=False)
        for letter in RIGHTING_LETTERS
    ),
    Key(("1",), "view(1)", "overview: how the sources differ, and all they say", Group.SOURCES, COMPARED),
    Key(("2",), "view(2)", "facts: who, when, where, how many", Group.SOURCES, COMPARED),
    Key(("3",), "view(3)", "quotes: who said what, in which words", Group.SOURCES, COMPARED),
    Key(("4",), "view(4)", "who: who is in which source, and left out", Group.SOURCES, COMPARED),
    Key(("5",), "view(5)", "time: what happened when", Group.SOURCES, COMPARED),
    Key(("]",), "difference(1)", "next difference, in any view", Group.SOURCES, COMPARED, footer="next difference"),
    Key(("[",), "difference(-1)", "previous difference, in any view", Group.SOURCES, COMPARED),
    Key(("!",), "conflicts_first", "what sources differ in first", Group.SOURCES, DIFFERING, footer="conflicts first"),
    Key(("a",), "only_shared", "what several sources share, by how many", Group.SOURCES, ROWS, footer="shared"),
    Key(("i",), "only_single", "what this source has and no other matches", Group.SOURCES, ROWS, footer="one source"),
    Key(("x",), "act", "set this difference aside", Group.KEEP, DIFFERING, footer="set aside"),
    Key(("space",), "reference", "make this source the reference", Group.SOURCES, COLUMNS, footer="reference"),
    Key(("s",), "stacked", "side by side, or stacked", Group.VIEW, COLUMNS, footer="stacked"),
    Key(("y",), "copy", "copy the row with its sources", Group.KEEP, COMPARED, footer="copy"),
    Key(("X",), "export", "write the comparison to a file", Group.KEEP, COMPARED),
    Key(("down",), "move(1)", "next format of the export", Group.KEEP, EXPORTING, palette=False),
    Key(("up",), "move(-1)", "previous format of the export", Group.KEEP, EXPORTING, palette=False),
    Key(("m",), "choose('m')", "export as Markdown", Group.KEEP, EXPORTING, palette=False),
    Key(("h",), "choose('h')", "export as a page of HTML", Group.KEEP, EXPORTING, palette=False),
    Key(("j",), "choose('j')", "export as JSON", Group.KEEP, EXPORTING, palette=False),
    Key(("c",), "choose('c')", "export as CSV", Group.KEEP, EXPORTING, palette=False),
    Key(("enter",), "write", "write the export", Group.KEEP, EXPORTING, palette=False),
    Key(("/",), "find", "find a name in any spelling, or words", Group.FIND, FINDABLE, footer="find"),
    Key(("down", "ctrl+n"), "move(1)", "next find", Group.FIND, FINDING, palette=False),
    Key(("up",), "move(-1)", "previous find", Group.FIND, FINDING, palette=False),
    Key(("pagedown",), "page(1.0)", "a page of finds down", Group.FIND, FINDING, palette=False),
    Key(("pageup",), "page(-1.0)", "a page of finds up", Group.FIND, FINDING, palette=False),
    Key(("tab",), "filter_found", "filter the list to what is under the cursor", Group.FIND, FINDING, palette=False),
    Key(("f",), "filter", "filter the list with a query", Group.FIND, HOME, footer="filter"),
    Key(("n",), "hit(1)", "next hit of the last search", Group.FIND, HOME),
    Key(("N",), "hit(-1)", "previous hit of the last search", Group.FIND, HOME),
    Key(("m",), "toggle_read", "mark read or unread", Group.KEEP, HOME, footer="read"),
    Key(("A",), "read_all", "mark the listed articles read", Group.KEEP, HOME),
    Key(("t",), "toggle_star", "star or unstar", Group.KEEP, HOME),
    Key(("v",), "toggle_mark", "mark for comparison", Group.SOURCES, HOME),
    Key(("V",), "clear_marks", "take all marks away", Group.SOURCES, HOME),
    Key(("a",), "note", "mark the sentence, with a note", Group.KEEP, HOME),
    Key(("W",), "watch", "watch the filter, the search or the entity at hand", Group.KEEP, HOME),
    Key(("y",), "copy", "copy the sentence with its source", Group.KEEP, HOME),
    Key(("u",), "undo", "undo", Group.KEEP, KEPT),
    Key(("ctrl+r",), "redo", "redo", Group.KEEP, KEPT),
    Key(("F",), "toggle_grouping", "list grouped by event, or flat", Group.VIEW, HOME),
    Key(("S",), "shelves", "the shelves: unread, starred, sources, watches", Group.VIEW, HOME),
    Key(("|",), "divide", "list and article: side by side, or one at a time", Group.VIEW, HOME),
    Key(("Z",), "fold_all", "in the list: unfold every event, or fold them", Group.VIEW, frozenset({Context.LIST})),
    Key(("space",), "fold", "in the list: fold or unfold the event", Group.VIEW, frozenset({Context.LIST})),
    Key(("space",), "pick", "in the entity panel: highlight only this entity", Group.VIEW, frozenset({Context.PANEL})),
    Key(("z",), "zen", "the article alone", Group.VIEW, HOME),
    Key(
        ("escape",),
        "back",
        "back",
        Group.MOVE,
        FINDABLE | EXPORTING | TOLD | {Context.HELP, Context.FIND, Context.ASK},
        palette=False,
    ),
    Key(("q",), "leave", "back; in the unfiltered list quit", Group.PROGRAM, CLOSED),
    Key(("ctrl+z",), "suspend_process", "back to the shell; fg returns", Group.PROGRAM, EVERYWHERE, palette=False),
    Key(("r",), "update", "fetch what is new", Group.PROGRAM, HOME),
    Key(("R",), "not_read", "files that were not read, and why", Group.PROGRAM, EVERYWHERE),
    Key(("?",), "help", "this help", Group.PROGRAM, EVERYWHERE, footer="help"),
    Key(("ctrl+p", ":"), "command_palette", "command palette, themes too", Group.PROGRAM, EVERYWHERE, palette=False),
)
"""Every key that works now, in the order in which help shows them."""

_FOOTER_ORDER = ("find", "compare", "entities", "next difference", "read", "filter", "highlights", "help")
"""The key bar is cut where the screen ends, except for its last key, which is help."""

_NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "comma": ",",
}


def key_name(key: str) -> str:
    """A key as a person writes it: "Ctrl+d", "PgDn", "↓"."""
    if key in _NAMES:
        return _NAMES[key]
    before, _, last = key.rpartition("+")
    if before and last:
        return "+".join([*(each.capitalize() for each in before.split("+")), _NAMES.get(last, key_name(last))])
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key


def keys_shown(key: Key) -> str:
    """All keys of a line as a person writes them, "j ↓"."""
    return key.shown or " ".join(key_name(name) for name in key.keys)


def as_chosen(keys: Iterable[Key], chosen: Mapping[str, tuple[str, ...]]) -> tuple[Key, ...]:
    """Lines with the keys that a person has chosen for them, by what help says that they do."""
    steps = chosen.get(KEYS[0].help, KEYS[0].keys)
    told = {"count": f"5 {key_name(steps[0])}"}
    return tuple(
        replace(key, shown=told.get(key.action, key.shown))
        if key.action in GIVEN
        else replace(key, keys=chosen.get(key.help, key.keys))
        for key in keys
    )


GIVEN = frozenset({"count", "chord"})
"""What is no key of its own, but begins others: it stays where it is."""


def bindings(*contexts: Context) -> list[BindingType]:
    """Textual's bindings for these contexts."""
    return [
        Binding(
            ",".join(key.keys),
            key.action,
            key.help,
            show=bool(key.footer),
            priority=key.priority,
            id=None if key.action in GIVEN else key.help,
        )
        for key in KEYS
        if key.contexts & set(contexts)
    ]


def footer_keys(*contexts: Context) -> tuple[Key, ...]:
    """The lines that the key bar shows in these contexts: what leads furthest first; in the comparison as listed."""
    chosen = [key for key in KEYS if key.footer and key.contexts & set(contexts)]
    if Context.COMPARISON in contexts:
        return tuple(chosen)
    return tuple(sorted(chosen, key=lambda key: _FOOTER_ORDER.index(key.footer) if key.footer in _FOOTER_ORDER else 1))


SCREENS: dict[str, frozenset[Context]] = {
    "Reading": frozenset({Context.READING, Context.SHELF, Context.LIST, Context.ARTICLE, Context.PANEL}),
    "Comparison": frozenset({Context.COMPARISON, Context.ROWS, Context.COLUMNS, Context.DIFFERING}),
    "Find": frozenset({Context.FIND}),
    "What changed": frozenset({Context.REVISIONS}),
    "Who somebody is": frozenset({Context.WHO, Context.RIGHTING}),
    "Help and other lists": frozenset({Context.HELP}),
}
"""What a person takes for one screen, by the heading that help gives it."""


def by_screen(keys: Iterable[Key], present: Iterable[Context]) -> tuple[tuple[str, tuple[Key, ...]], ...]:
    """Keys under the names of their screens: those of the present one first, the others only with what is new there."""
    here = set(present)
    left = list(keys)
    sections = []
    for name, contexts in sorted(SCREENS.items(), key=lambda screen: not screen[1] & here):
        wanted = contexts | {Context.APP}
        chosen = tuple(key for key in left if key.contexts & wanted)
        left = [key for key in left if key not in chosen]
        if chosen:
            sections.append((name, chosen))
    return tuple(sections)


def matching(keys: Iterable[Key], words: str) -> tuple[Key, ...]:
    """The lines that have every one of the words in their keys, help or group, in any case."""
    wanted = words.casefold().split()
    return tuple(
        key for key in keys if all(word in f"{keys_shown(key)} {key.help} {key.group}".casefold() for word in wanted)
    )


def markdown_table() -> str:
    """The key list of the README: a line for each thing that keys do, under the headings of the help screen."""
    lines = ["| | key | what |", "|---|---|---|"]
    for group in Group:
        heading = f"**{group}**"
        for help_ in dict.fromkeys(key.help for key in KEYS if key.group is group):
            names = [name for key in KEYS if key.group is group and key.help == help_ for name in _names_of(key)]
            keys = " ".join(f"`{name}`" for name in dict.fromkeys(names))
            lines.append(f"| {heading} | {keys} | {help_} |")
            heading = ""
    return "\n".join(lines) + "\n"


def _names_of(key: Key) -> list[str]:
    return [key.shown] if key.shown else [key_name(name) for name in key.keys]
