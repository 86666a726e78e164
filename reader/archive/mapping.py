"""The inputs of a part to the rows of its shard: the same code on one machine and on every machine of a cluster.

Articles are read and analysed in a child process. One that ends it costs itself only: its part is done again, input by
input, and the one that breaks is a row with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from reader.analysis.annotate import ANALYSIS_VERSION
from reader.analysis.clauses.annotate import with_clauses
from reader.analysis.clauses.parser import SpacyParser
from reader.analysis.naming.tagger import NameTagger
from reader.archive.earlier import Earlier
from reader.archive.plan import Input, Part
from reader.errors import InputError, TaskError, WorkerError
from reader.foreign.limits import Limits
from reader.ingest.article import INGEST_VERSION, article_of
from reader.ingest.files import read_bytes
from reader.ingest.forms.form import Entry, Source
from reader.ingest.reading import read_entries
from reader.models.annotations import AnalysedArticle
from reader.pipeline.analysing import annotate_alone
from reader.pipeline.children import Children, Task
from reader.pipeline.faults import ends_the_work, told
from reader.pipeline.own import Done, done
from reader.shards.files import write_shard
from reader.shards.rows import Row, fill

LIMITS = Limits(cpu_seconds=14_400, wall_seconds=86_400, memory=8_000_000_000, reply=2_000_000_000)
"""What one part may cost: the largest file that is read holds some 20,000 articles, an hour of CPU."""

FUNCTION = "archive"
"""Name of the function that a child runs for a part."""


class Tally(msgspec.Struct, array_like=True):
    """What became of the inputs of one part.

    Attributes:
        failed: of those that could not be read, origin and reason.
    """

    shard: str
    inputs: int
    articles: int
    failed: list[tuple[str, str]]


def make_shard(part: Part, children: Children) -> Tally:
    """Write the shard of a part.

    Raises:
        WorkerError: nothing can be analysed or written here.
    """
    rows = _rows(part, children)
    try:
        write_shard(part.path, rows)
    except OSError as error:
        raise WorkerError(f"The shard {part.path} cannot be written: {error.strerror}.") from error
    failed = [(row.origin, row.reason) for row in rows if not row.digest]
    return Tally(part.shard, len(part.inputs), len(rows) - len(failed), failed)


def _rows(part: Part, children: Children) -> list[Row]:
    try:
        written = children.do(Task(FUNCTION, msgspec.msgpack.encode(part)))
    except TaskError as broken:
        if len(part.inputs) == 1:
            (one,) = part.inputs
            return [_row_of(one, one.origin, f"was not analysed: {broken}")]
        return [row for one in part.inputs for row in _rows(msgspec.structs.replace(part, inputs=[one]), children)]
    return msgspec.msgpack.decode(written, type=list[Row])


def part_bytes(raw: bytes, pipeline: str) -> Done:
    """What a child runs: the bytes of the rows of a part."""
    return done(lambda: rows_of(msgspec.msgpack.decode(raw, type=Part), pipeline))


def rows_of(part: Part, pipeline: str) -> list[Row]:
    """The rows of a part, in the order of its inputs; a text that stands there twice is analysed once."""
    mapping = _Mapping(Earlier(Path(part.archive), part.plan), pipeline)
    return [row for one in part.inputs for row in mapping.rows(one)]


class _Mapping:
    """What maps the inputs of one part."""

    def __init__(self, earlier: Earlier, pipeline: str) -> None:
        self._earlier = earlier
        self._tagger, self._parser = _models(pipeline)

    def rows(self, one: Input) -> Iterator[Row]:
        """The rows of one input."""
        if one.reason:
            yield _row_of(one, one.origin, one.reason)
            return
        for entry in self._entries(one):
            yield entry if isinstance(entry, Row) else self._row(one, entry)

    def _entries(self, one: Input) -> Sequence[Entry | Row]:
        try:
            return read_entries(read_bytes(one.found()), Source(one.origin))
        except InputError as refused:
            return [_row_of(one, one.origin, str(refused))]
        except Exception as fault:  # told: what one file brings out must not keep all others unread
            if ends_the_work(fault) or isinstance(fault, MemoryError):
                raise
            return [_row_of(one, one.origin, f"cannot be read: {told(fault)}")]

    def _row(self, one: Input, entry: Entry) -> Row:
        try:
            article = article_of(entry.draft, entry.origin)
            article.text.encode()
            annotations, broken = self._earlier.annotations(article), ""
            if annotations is None:
                annotated = annotate_alone(article, self._tagger)
                (parsed,) = with_clauses([AnalysedArticle(article, annotated.annotations)], self._parser)
                annotations, broken = parsed.annotations, annotated.broken
        except InputError as refused:
            return _row_of(one, entry.origin, str(refused))
        except Exception as fault:  # as above
            if ends_the_work(fault) or isinstance(fault, MemoryError):
                raise
            return _row_of(one, entry.origin, f"was not analysed: {told(fault)}")
        row = _row_of(one, entry.origin, broken)
        return fill(row, article, annotations, entry.raw)


def _row_of(one: Input, origin: str, reason: str) -> Row:
    return Row(origin, one.origin, one.size, one.mtime_ns, reason, analysis=ANALYSIS_VERSION, ingest=INGEST_VERSION)


@cache
def _models(pipeline: str) -> tuple[NameTagger, SpacyParser]:
    return NameTagger(), SpacyParser(pipeline)
