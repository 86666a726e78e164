"""Reader started as a person starts it: a process of its own, with what it prints and its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"

Object = dict[str, object]

HEEDS_CTRL_C = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""Starts Reader as an interactive shell does; what runs in the background of a script is born deaf to Ctrl-C."""


def environment(**changes: str) -> dict[str, str]:
    """This process's environment, in which the sources under test come first."""
    outside = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    return {**outside, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **changes}


def command(*words: object) -> list[str]:
    """The words that start Reader."""
    return [sys.executable, "-m", "reader", *map(str, words)]


def reader(*words: object, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Reader to its end, without a terminal."""
    return subprocess.run(
        command(*words),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(**changes),
        timeout=120,
        check=False,
    )


def objects(*words: object) -> list[Object]:
    """What a command prints with ``--json``."""
    done = reader(*words, "--json")
    assert done.stderr == "" or words[0] == "add", done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
