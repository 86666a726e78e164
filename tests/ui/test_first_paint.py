"""What is loaded before the first screen."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {
    "spacy",
    "numpy",
    "rapidfuzz",
    "thinc",
    "markdown_it",
    "msgspec",
    "trafilatura",
    "pygments.lexers",
    "email.mime",
}
"""Modules that a first screen does not need."""


def test_the_interface_loads_nothing_heavy() -> None:
    code = "import sys, reader.ui.app, reader.library; print('\\n'.join(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(told.stdout.split())
