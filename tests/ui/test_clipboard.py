"""The clipboard of the machine comes before the terminal's."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ui.clipboard import by_program

TEXT = "“Água” $(touch here); `ls` & ünï"


def program(folder: Path, name: str, lines: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{lines}\n")
    file.chmod(0o755)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"PATH": f"{tmp_path}:/usr/bin:/bin", "WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}


def test_the_first_program_that_takes_the_text_is_told(tmp_path: Path, environment: dict[str, str]) -> None:
    program(tmp_path, "wl-copy", "exit 1")
    program(tmp_path, "xclip", f'cat > "{tmp_path}/copied"; echo "$@" > "{tmp_path}/options"')
    assert by_program(TEXT, environment) == "xclip"
    assert (tmp_path / "copied").read_text() == TEXT
    assert (tmp_path / "options").read_text() == "-selection clipboard\n"
    program(tmp_path, "wl-copy", "cat > /dev/null")
    assert by_program(TEXT, environment) == "wl-copy"


@pytest.mark.parametrize("missing", ["programs", "display", "nearness"])
def test_without_one_the_terminal_is_left(tmp_path: Path, environment: dict[str, str], missing: str) -> None:
    if missing != "programs":
        program(tmp_path, "xclip", "cat > /dev/null")
    if missing == "display":
        del environment["WAYLAND_DISPLAY"], environment["DISPLAY"]
    if missing == "nearness":
        environment["SSH_CONNECTION"] = "192.0.2.1 1 192.0.2.2 22"
    environment["PATH"] = str(tmp_path)
    assert by_program(TEXT, environment) == ""
