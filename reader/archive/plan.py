"""What a run of the archive is to read, cut into parts, one for each shard; written down before anything is read.

A shard hangs on its part of the plan, and on the shards of finished plans, alone. So a run that was stopped at any
moment goes on with its plan, and what comes out is what an undisturbed run gives.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from reader.analysis.annotate import ANALYSIS_VERSION
from reader.errors import UsageError
from reader.ingest.article import INGEST_VERSION
from reader.ingest.files import Found, Refused
from reader.shards.files import ENDING, write_whole

SMALLEST, LARGEST = 16, 256
"""Inputs of one part: some minute of one core at most, which is what is lost with a process that is killed."""

PARTS = 64
"""Parts of a small plan, so that all cores have something to do."""

PART_BYTES = 16_000_000
"""Bytes of its inputs: a file that holds many articles is a part of its own."""

Stamps = NDArray[np.uint64]


class Input(msgspec.Struct, array_like=True):
    """A file to read, or why it cannot be read.

    Attributes:
        path: as the system needs it, a byte a character.
        reason: why it is not read; "" if it is.
    """

    path: str
    origin: str
    size: int = 0
    mtime_ns: int = 0
    reason: str = ""

    @classmethod
    def of(cls, find: Found | Refused) -> Input:
        """The input that was found."""
        if isinstance(find, Refused):
            return cls("", find.origin, reason=find.reason)
        return cls(os.fsencode(find.path).decode("latin-1"), find.origin, find.size, find.mtime_ns)

    def found(self) -> Found:
        """What was found."""
        return Found(os.fsdecode(self.path.encode("latin-1")), self.origin, self.size, self.mtime_ns)

    def stamp(self) -> int:
        """A number that tells it from every other input, and from itself once it has changed."""
        told = f"{self.origin}\0{self.size}\0{self.mtime_ns}\0{self.reason}".encode("utf-8", "surrogatepass")
        return int.from_bytes(blake2b(told, digest_size=8).digest(), "little")


class Head(msgspec.Struct):
    """What a plan was made by and for; ``part`` is how many inputs a part has."""

    analysis: int
    ingest: int
    inputs: int
    part: int


class Part(msgspec.Struct, array_like=True):
    """The inputs of one shard.

    Attributes:
        archive: its folder.
        shard: name of the file of the shard.
    """

    archive: str
    plan: int
    shard: str
    inputs: list[Input]

    @property
    def path(self) -> Path:
        """The file of the shard."""
        return Path(self.archive) / "shards" / self.shard


class Plans:
    """The plans of one archive."""

    def __init__(self, archive: Path) -> None:
        """Makes the folders if there are none.

        Raises:
            UsageError: they cannot be made.
        """
        self.archive = archive
        self._folder = archive / "plans"
        try:
            for folder in (self._folder, archive / "shards", archive / "digests"):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"The archive {archive} cannot be made: {error.strerror}.") from error

    def open_plan(self) -> int | None:
        """The number of the plan that is not done yet."""
        return next((number for number in self._numbers() if not self._file(number, "done").exists()), None)

    def make(self, found: Iterable[Found | Refused]) -> int | None:
        """Plan all that this version has not read yet; the plan's number, None if there is nothing."""
        known = [self.stamps(number) for number in self._numbers() if self._is_current(number)]
        number = max(self._numbers(), default=0) + 1
        stamps = array("Q")
        body = self._file(number, "part")
        with body.open("wb") as writing:
            for one in map(Input.of, found):
                stamp = one.stamp()
                if not any(_holds(each, stamp) for each in known):
                    writing.write(msgspec.json.encode(one) + b"\n")
                    stamps.append(stamp)
        if not stamps:
            body.unlink()
            return None
        write_whole(self._file(number, "stamps"), np.sort(np.array(stamps, "<u8")).tofile)
        part = min(max(len(stamps) // PARTS, SMALLEST), LARGEST)
        head = Head(ANALYSIS_VERSION, INGEST_VERSION, len(stamps), part)
        write_whole(self._file(number, "head"), lambda place: place.write_bytes(msgspec.json.encode(head)))
        body.replace(self._file(number, "inputs"))
        return number

    def head(self, number: int) -> Head:
        """What a plan was made by and for."""
        return msgspec.json.decode(self._file(number, "head").read_bytes(), type=Head)

    def stamps(self, number: int) -> Stamps:
        """The stamps of a plan's inputs, ascending; in the file until they are needed."""
        return np.memmap(self._file(number, "stamps"), "<u8", "r")

    def parts(self, number: int) -> Iterator[Part]:
        """The parts of a plan, in their order; one is in memory at a time."""
        inputs: list[Input] = []
        shard, size, most = 1, 0, self.head(number).part
        with self._file(number, "inputs").open("rb") as reading:
            for line in reading:
                one = msgspec.json.decode(line, type=Input)
                if inputs and (len(inputs) == most or size + one.size > PART_BYTES):
                    yield self._part(number, shard, inputs)
                    inputs, size, shard = [], 0, shard + 1
                inputs.append(one)
                size += one.size
        yield self._part(number, shard, inputs)

    def finish(self, number: int) -> None:
        """Note that every shard of a plan is written."""
        self._file(number, "done").touch()

    def _part(self, number: int, shard: int, inputs: list[Input]) -> Part:
        return Part(str(self.archive), number, f"{number:05}-{shard:06}{ENDING}", inputs)

    def _numbers(self) -> list[int]:
        return sorted(int(path.stem) for path in self._folder.glob("*.inputs"))

    def _file(self, number: int, ending: str) -> Path:
        return self._folder / f"{number:05}.{ending}"

    def _is_current(self, number: int) -> bool:
        head = self.head(number)
        return (head.analysis, head.ingest) == (ANALYSIS_VERSION, INGEST_VERSION)


def _holds(stamps: Stamps, stamp: int) -> bool:
    place = int(np.searchsorted(stamps, np.uint64(stamp)))
    return place < len(stamps) and int(stamps[place]) == stamp
