"""No string reaches a widget but through the gate, over the syntax tree of the whole interface."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.ui.text import REPLACEMENT, shown, ui_plain, ui_text

UI = Path(__file__).parents[2] / "reader" / "ui"
MODULES = sorted(UI.rglob("*.py"))
GATES = {"ui_text", "ui_plain"}
"""The only functions whose result a widget may be given."""

TAKES_TEXT = {
    "Static",
    "Label",
    "Button",
    "Checkbox",
    "RadioButton",
    "Option",
    "Collapsible",
    "TabPane",
    "Digits",
    "Link",
}
"""Widgets of Textual that show what they are constructed with."""

TEXT_METHODS = {"notify", "update", "add_option", "add_options", "set_options", "write_line"}
"""Methods of Textual that show what they are given."""

TEXT_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "label", "content", "renderable"}
MADE_ELSEWHERE = {
    "Segment": {"paint.py", "colourless.py"},
    "Strip": {"paint.py"},
    "Content": {"text.py"},
    "Text": set(),
    "Markdown": set(),
}
"""What carries text to the terminal, and the only files in which it is made."""


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            yield name, node


def is_gated(node: ast.expr) -> bool:
    """Gated, or written in the code itself."""
    if isinstance(node, ast.Constant):
        return True
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GATES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(UI)))
def test_every_string_passes_the_gate_on_its_way_to_a_widget(path: Path) -> None:
    for name, call in calls(ast.parse(path.read_text(encoding="utf-8"))):
        where = f"{path.name}:{call.lineno} {name}"
        if name in MADE_ELSEWHERE:
            assert path.name in MADE_ELSEWHERE[name], where
        if name in TAKES_TEXT | TEXT_METHODS and not _is_of_a_set(call):
            assert all(is_gated(argument) for argument in call.args), where
        markup = [keyword.value for keyword in call.keywords if keyword.arg == "markup"]
        assert all(_is_false(value) for value in markup), where
        assert name != "notify" or markup, where


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(UI)))
def test_no_attribute_of_a_widget_is_given_a_string_or_markup(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in TEXT_ATTRIBUTES:
                    assert is_gated(node.value), f"{path.name}:{node.lineno} {target.attr}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"from_markup", "from_text"}, f"{path.name}:{node.lineno}"


def _is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def _is_of_a_set(call: ast.Call) -> bool:
    """``dict.update(pairs)`` of a collection that is a private attribute is no widget's ``update``."""
    function = call.func
    inside = function.value if isinstance(function, ast.Attribute) else None
    return isinstance(inside, ast.Attribute) and inside.attr in {"_cards", "_events"}


def test_the_gate_gives_one_line_without_control_characters_or_markup() -> None:
    hostile = "a\x1b[2Jb\n[@click=app.quit]c[/]\u202e" + "x" * 500
    assert str(ui_text(hostile)) == ui_plain(hostile)
    assert "\x1b" not in ui_plain(hostile)
    assert "[@click=app.quit]" in str(ui_text(hostile))
    assert ui_text(hostile).spans == []
    assert len(ui_plain(hostile)) == 200


def test_painted_text_keeps_its_length_and_loses_its_teeth() -> None:
    hostile = "a\x1b[2J\tb\u202ec\x9bd\n"
    assert len(shown(hostile)) == len(hostile)
    assert shown(hostile) == f"a{REPLACEMENT}[2J b{REPLACEMENT}c{REPLACEMENT}d "
