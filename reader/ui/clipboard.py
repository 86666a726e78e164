"""The clipboard: a program of this machine where the person sits in front of it, else the terminal (OSC 52)."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from textual.app import App

SECONDS = 2.0
"""What a program gets to take the text: it hangs where its display does not answer."""

TERMINAL = "the terminal (OSC 52)"


async def copy(app: App[object], text: str) -> str:
    """Copy a text; what it was copied by comes back, fit for "Copied by …"."""
    program = "" if app.is_headless else await asyncio.to_thread(by_program, text, os.environ)
    if program:
        return program
    app.copy_to_clipboard(text)
    return TERMINAL


def by_program(text: str, environment: Mapping[str, str]) -> str:
    """Copy by the first program that takes the text; its name comes back, "" without any."""
    for name, *options in _programs(environment):
        path = shutil.which(name, path=environment.get("PATH"))
        if path is not None and Path(path).is_absolute() and _taken([path, *options], text):
            return name
    return ""


def _programs(environment: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The programs that reach the screen in front of the person: none over a remote connection."""
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return []
    programs: list[tuple[str, ...]] = [("pbcopy",)] if sys.platform == "darwin" else []
    if environment.get("WAYLAND_DISPLAY"):
        programs.append(("wl-copy",))
    if environment.get("DISPLAY"):
        programs.append(("xclip", "-selection", "clipboard"))
    return programs


def _taken(command: list[str], text: str) -> bool:
    """Whether a program took the text; it is started as it is, without a shell."""
    try:
        done = subprocess.run(  # noqa: S603 (an absolute path, no shell, nothing of the text in the arguments)
            command,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
