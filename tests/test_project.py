"""The project's own rules, so that the one test command checks all of them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "words",
    [("ruff", "check", "--no-cache", "."), ("ruff", "format", "--no-cache", "--check", "."), ("mypy",)],
    ids=["linter", "format", "types"],
)
def test_the_checkers_have_nothing_to_say(words: tuple[str, ...]) -> None:
    done = subprocess.run([BIN / words[0], *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ci_runs_exactly_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    _, _, after = readme.partition("Run the tests:")
    promised = after.split("```sh\n", 1)[1].split("\n```", 1)[0]
    assert "pytest" in promised
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == promised


def test_no_group_is_repeated_possessively() -> None:
    """Python before 3.11.3, which Debian 12 has, matches ``(?:…)*+`` wrongly."""
    for path in (ROOT / "reader").rglob("*.py"):
        assert not re.search(r"\)[*?+]\+", path.read_text(encoding="utf-8")), path
