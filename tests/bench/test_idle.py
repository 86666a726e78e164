"""What the app takes of a processor while nobody does anything, with a worker that has nothing to do either."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.command import SEEDS, environment, reader

pytestmark = pytest.mark.bench

SETTLING_SECONDS = 6.0
SECONDS = 6.0


def used_ms(process: int) -> float:
    """Processor time of all threads of a process so far."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6


def test_an_idle_app_takes_a_thousandth_of_a_processor(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    assert reader("add", "--library", library, "--no-analysis", SEEDS / "harbour-cup").returncode == 0
    ours, theirs = pty.openpty()
    script = (
        "from reader.ui import app; from reader.worker.client import Worker; from pathlib import Path; import sys;"
        "app.Worker = lambda library: Worker(library, analyse=False); app.run(Path(sys.argv[1]))"
    )
    words = [sys.executable, "-c", script, str(library)]
    with subprocess.Popen(words, env=environment(TERM="xterm"), stdin=theirs, stdout=theirs, stderr=theirs) as app:
        os.close(theirs)
        os.set_blocking(ours, False)

        def rest(seconds: float) -> None:
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                with suppress(BlockingIOError):
                    os.read(ours, 1 << 20)
                time.sleep(0.1)

        rest(SETTLING_SECONDS)
        before = used_ms(app.pid)
        rest(SECONDS)
        used = used_ms(app.pid) - before
        app.kill()
    os.close(ours)
    # 0.7 measured, 12.9 before; a cold processor makes each waking dearer.
    assert used / SECONDS < 2.0, f"{used / SECONDS:.1f} ms a second"
