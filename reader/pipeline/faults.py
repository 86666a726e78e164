"""A fault met with one article, file or event: whether the rest goes on, and how it is told."""

from __future__ import annotations

import traceback
from pathlib import Path

from reader.errors import ReaderError, RecordError, TaskError


def ends_the_work(fault: Exception) -> bool:
    """Whether it says that nothing can be read or written any more, not that one record is at fault."""
    return isinstance(fault, ReaderError) and not isinstance(fault, RecordError | TaskError)


def told(fault: Exception) -> str:
    """A fault in a few words, one of our own with the place to look for it."""
    if isinstance(fault, ReaderError):
        return str(fault).rstrip(".")
    place = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} ({fault}) in {Path(place.filename).name}, line {place.lineno}"
