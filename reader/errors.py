"""The one tree of errors that Reader raises, each with a sentence fit to be shown.

ReaderError
├── UsageError          the words given make no sense                        exit 2
│   ├── QueryError      a filter query breaks off at a place                 exit 2
│   └── FileTakenError  a file of that name is there already                 exit 2
├── InputError          one input cannot be read; the others still are       exit 3
├── AnalysisError       one text that the analysis breaks on                exit 3
├── TaskError           one analysis or comparison that breaks; others don't exit 4
├── LibraryError        the library cannot be opened, read or written        exit 4
│   ├── RecordError     one article or event of it cannot; the others can    exit 4
│   └── GivenUpError    the answer is not wanted any more; nobody is told    exit 4
└── WorkerError         the worker process could not be started or has died  exit 4
"""

from __future__ import annotations


class ReaderError(Exception):
    """Anything Reader refuses or fails to do; ``str(error)`` is one clear sentence for a person."""

    exit_code = 4


class UsageError(ReaderError):
    """What was asked for makes no sense."""

    exit_code = 2


class QueryError(UsageError):
    """A filter query that cannot be understood.

    Attributes:
        position: index into the query of the first character that broke it.
    """

    def __init__(self, sentence: str, position: int) -> None:
        super().__init__(sentence)
        self.position = position


class FileTakenError(UsageError):
    """A file that is there already, and was not to be overwritten."""


class InputError(ReaderError):
    """One input (a file, a page) that cannot be read."""

    exit_code = 3


class AnalysisError(ReaderError):
    """One text that the analysis breaks on."""

    exit_code = 3


class TaskError(ReaderError):
    """One analysis or comparison broke in the process it was given to; the others are not concerned."""


class LibraryError(ReaderError):
    """The library file cannot be opened, read or written, or is damaged."""


class RecordError(LibraryError):
    """One article, event or comparison that the library cannot hold or give back; the others are not concerned."""


class GivenUpError(LibraryError):
    """A question to the library whose answer is not wanted any more."""


class WorkerError(ReaderError):
    """The worker process cannot be started, or ended before its work was done."""
