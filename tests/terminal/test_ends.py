"""However Reader ends, the terminal is the shell's again, and the exit code says how it ended."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from reader.store.store import Store
from tests.command import ROOT, command, environment
from tests.store.making import analyse, make_article, put_id

PATIENCE = 60.0

CRASH = """
import sys
from reader.ui.widgets.article_list import ArticleList
def crash(self, by):
    raise RuntimeError("a bug \\x1b[2J")
ArticleList.action_move = crash
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""


class Screen:
    """Reader on a pseudo-terminal; everything that it has written."""

    def __init__(self, words: list[str], **changes: str) -> None:
        self._ours, self._theirs = pty.openpty()
        self.before = termios.tcgetattr(self._theirs)
        self.process = subprocess.Popen(
            words,
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            env=environment(TERM="xterm-256color", **changes),
            start_new_session=True,
            cwd=ROOT,
        )
        self.written = b""

    def pump(self, until: bytes | None = None) -> None:
        """Read until these bytes have come, or until the program has ended."""
        end = time.monotonic() + PATIENCE
        while until is None or until not in self.written:
            assert time.monotonic() < end, self.written[-2000:]
            if select.select([self._ours], [], [], 0.05)[0]:
                self.written += os.read(self._ours, 65536)
            elif self.process.poll() is not None:
                return

    def press(self, key: bytes) -> None:
        os.write(self._ours, key)

    def end(self) -> int:
        """The exit code; the terminal must be as it was before."""
        self.pump()
        assert termios.tcgetattr(self._theirs) == self.before
        for on, off in ((b"?1049h", b"?1049l"), (b"?1003h", b"?1003l"), (b"?25l", b"?25h")):
            assert self.written.rfind(off) >= self.written.rfind(on), off
        os.close(self._ours)
        os.close(self._theirs)
        return self.process.wait()


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 131)],
)
def test_a_signal_restores_the_terminal(tmp_path: Path, number: signal.Signals, code: int) -> None:
    screen = Screen(command("--library", tmp_path / "library.db"))
    screen.pump(b"Reader")
    screen.process.send_signal(number)
    assert screen.end() == code


def test_a_crash_restores_the_terminal_and_tells_without_acting(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Ferry aground\n\nThe ferry ran aground on Monday with 41 people on board.\n" * 3)
    start = [sys.executable, "-c", CRASH, str(tmp_path / "one.txt"), "--library", str(tmp_path / "library.db")]
    screen = Screen(start)
    screen.pump(b"1 event")
    screen.press(b"j")
    assert screen.end() == 1
    told = screen.written[screen.written.rfind(b"\x1b[?1049l") :]
    assert b"a bug" in told
    assert b"\x1b[2J" not in told


@pytest.mark.parametrize("damage", ["outlet = x'ff00'", "origin = x'ff00', title_status = 'zzz'"])
def test_a_damaged_library_is_told_in_one_sentence(tmp_path: Path, damage: str) -> None:
    library = tmp_path / "library.db"
    with Store.open(library) as store:
        for index in range(3):
            article = make_article((f"Ferry {index} aground", f"The ferry ran aground, {index}."), f"/{index}.txt")
            analyse(store, put_id(store, article))
        store.database.run(f"UPDATE article SET {damage}")  # noqa: S608 (our own words)
    screen = Screen(command("--library", library))
    screen.pump(b"damaged")
    screen.press(b"j")
    screen.press(b"q")
    assert screen.end() in {0, 4}, screen.written[-3000:]
    assert b"Traceback" not in screen.written


def test_no_color_draws_no_colour(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Ferry aground\n\nThe ferry ran aground on Monday with 41 people on board.\n" * 3)
    screen = Screen(command(str(tmp_path / "one.txt"), "--library", tmp_path / "library.db"), NO_COLOR="1")
    screen.pump(b"1 event")
    screen.press(b"?")
    screen.pump(b"Esc closes")
    screen.process.terminate()
    screen.end()
    styles = {number for found in re.findall(rb"\x1b\[([\d;]*)m", screen.written) for number in found.split(b";")}
    assert styles <= {b"", b"0", b"1", b"3", b"4", b"7", b"9", b"22", b"23", b"24", b"27", b"29"}, styles
