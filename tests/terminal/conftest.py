"""A real terminal (tmux) with a server of its own, and a library that is analysed already."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.command import SEEDS, command, environment, reader

PATIENCE = 60.0
"""Seconds after which a screen that does not come is given up; a loaded machine takes some."""

STEP = 2.0
"""Seconds after which a key that has not ended the program has done something else."""


class Terminal:
    """One tmux window that runs one command and then tells its exit code."""

    def __init__(self, socket: Path, words: list[str], columns: int, rows: int) -> None:
        self._socket = socket
        self._code = socket.with_suffix(".code")
        quoted = " ".join(f"'{word}'" for word in words)
        inner = f"{quoted}; echo $? > '{self._code}'; stty -a; sleep 600"
        self._run("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), "sh", "-c", inner)

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), *words],
            env=environment(TERM="xterm-256color"),
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    @property
    def screen(self) -> str:
        """What is on the screen now."""
        return self._run("capture-pane", "-p")

    def until(self, seen: Callable[[str], bool] | str) -> str:
        """The screen, as soon as it is as expected."""
        end = time.monotonic() + PATIENCE
        while True:
            screen = self.screen
            if (seen in screen) if isinstance(seen, str) else seen(screen):
                return screen
            assert time.monotonic() < end, f"{seen} did not come:\n{screen}"
            time.sleep(0.05)

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names."""
        self._run("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._run("send-keys", "-l", text)

    def leave(self) -> int:
        """Press q, which goes back step by step, until the program has ended; then as ``exit_code``."""
        for _ in range(6):
            self.press("q")
            end = time.monotonic() + STEP
            while time.monotonic() < end and not self._has_ended():
                time.sleep(0.05)
            if self._has_ended():
                break
        return self.exit_code()

    def _has_ended(self) -> bool:
        return self._code.exists() and self._code.read_text().strip() != ""

    def exit_code(self) -> int:
        """The exit code, once the program has ended and the terminal is the shell's again."""
        self.until(lambda _: self._has_ended())
        screen = self.until("icanon")
        assert "-icanon" not in screen
        assert "-echo " not in screen
        assert self._run("display-message", "-p", "#{alternate_on} #{mouse_any_flag}").split() == ["0", "0"]
        return int(self._code.read_text())

    def close(self) -> None:
        """End the server, and everything in it."""
        subprocess.run(["tmux", "-S", str(self._socket), "kill-server"], capture_output=True, check=False)


Start = Callable[..., Terminal]


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of some of the sample articles, analysed."""
    library = tmp_path_factory.mktemp("samples") / "library.db"
    chosen = [*SEEDS.glob("*.txt"), SEEDS / "levant-courier"]
    assert reader("add", *chosen, "--library", library).returncode == 0
    return library


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts Reader with these words in a terminal of this size."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    terminals: list[Terminal] = []

    def started(*words: object, columns: int, rows: int) -> Terminal:
        terminals.append(Terminal(tmp_path / f"{len(terminals)}.tmux", command(*words), columns, rows))
        return terminals[-1]

    yield started
    for terminal in terminals:
        terminal.close()
