"""The work that front ends ask of the worker: jobs, kept in the library until they are done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class JobKind(StrEnum):
    """What is asked for."""

    ADD = "add"
    """Take in the files and folders named."""
    SYNC = "sync"
    """Take them in, and leave out of the library whatever else it holds: it shows exactly these paths."""
    COMPARE = "compare"
    """Compare the articles named, and store the comparison."""


class JobState(IntEnum):
    """How far a job is; later states are greater."""

    QUEUED = 0
    STORED = 1
    """Everything named is on disk (for a comparison: the comparison is)."""
    DONE = 2
    """Everything named is analysed as well, as far as that was asked for."""


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work.

    Attributes:
        paths: absolute paths of files and folders, as they were when it was asked for.
        articles: ids of the articles to compare.
        analyse: whether what is stored is to be analysed as well.
    """

    id: int
    kind: JobKind
    paths: tuple[str, ...] = ()
    articles: tuple[int, ...] = ()
    analyse: bool = True
    state: JobState = JobState.QUEUED
