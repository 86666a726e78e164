"""A run of the archive: first the plan that was left open, then all that is new among the inputs."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from reader.archive.earlier import keep_digests
from reader.archive.engines import Engine
from reader.archive.mapping import Tally
from reader.archive.plan import Plans
from reader.errors import UsageError
from reader.ingest.files import find_files
from reader.shards.files import check_installed


@dataclass
class Progress:
    """How far a run is.

    Attributes:
        inputs: of the plan, those of an earlier run included.
        done: of these, whose shard is written.
        now: of these, in this run.
    """

    inputs: int
    done: int = 0
    now: int = 0
    _started_at: float = field(default_factory=monotonic)

    @property
    def rate(self) -> float:
        """Inputs a second in this run."""
        return self.now / max(monotonic() - self._started_at, 0.001)

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take; None as long as nobody can know."""
        return (self.inputs - self.done) / self.rate if self.now else None


def run(paths: Sequence[Path], archive: Path, engine: Engine, notice: Callable[[Tally | None, Progress], None]) -> None:
    """Bring an archive up to date with these inputs.

    Args:
        paths: files and folders.
        archive: its folder; it is made if there is none.
        engine: what maps the parts.
        notice: is told of every shard that is written, and of the beginning.

    Raises:
        UsageError: the archive cannot be made, another process is at it, or pyarrow is not installed.
        WorkerError: the engine broke off; another run goes on.
    """
    check_installed()
    plans = Plans(archive.absolute())
    with _alone(plans.archive):
        for torn in (plans.archive / "shards").glob(".*"):
            torn.unlink(missing_ok=True)
        if (left := plans.open_plan()) is not None:
            _work_off(plans, left, engine, notice)
        if (new := plans.make(find_files(paths))) is not None:
            _work_off(plans, new, engine, notice)


def _work_off(plans: Plans, number: int, engine: Engine, notice: Callable[[Tally | None, Progress], None]) -> None:
    progress = Progress(plans.head(number).inputs)
    for part in plans.parts(number):
        if part.path.exists():
            progress.done += len(part.inputs)
    notice(None, progress)
    for tally in engine(part for part in plans.parts(number) if not part.path.exists()):
        progress.done += tally.inputs
        progress.now += tally.inputs
        notice(tally, progress)
    keep_digests(plans.archive, number)
    plans.finish(number)


@contextmanager
def _alone(archive: Path) -> Iterator[None]:
    """No other process of this machine writes to the archive meanwhile."""
    with (archive / "lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError(f"Another process is writing the archive {archive}.") from None
        yield
