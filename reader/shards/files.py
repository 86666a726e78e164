"""Shards as Parquet files, written whole or not at all, read by column."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from reader.errors import InputError, UsageError
from reader.shards.rows import Row

ENDING = ".parquet"

READ_TOGETHER = 64
"""Rows with all their columns that are in memory at a time."""

MISSING = "An archive needs pyarrow, which is not installed; “pip install 'reader-tui[archive]'” brings it."


def shards_of(archive: Path) -> list[Path]:
    """The shards of an archive, in the order in which they were planned.

    Raises:
        UsageError: it is none.
    """
    folder = archive / "shards"
    if not folder.is_dir():
        raise UsageError(f"{archive} is no archive; “reader archive IN… --to {archive}” makes one.")
    return sorted(path for path in folder.iterdir() if path.suffix == ENDING and not path.name.startswith("."))


def check_installed() -> None:
    """Make sure that shards can be written and read here.

    Raises:
        UsageError: pyarrow is not installed.
    """
    _pyarrow()


def write_shard(path: Path, rows: Sequence[Row]) -> None:
    """Write a shard: it is there whole, and on the disk, or not at all; equal rows give equal bytes."""
    parquet, arrow = _pyarrow()
    columns = {name: [getattr(row, name) for row in rows] for name in Row.__struct_fields__}
    table = arrow.table(columns, schema=_schema(arrow))
    write_whole(path, lambda place: parquet.write_table(table, place, compression="zstd"))


def write_whole(path: Path, write: Any) -> None:
    """Have ``write`` write a file beside this one, and put it in its place."""
    part = path.with_name(f".{path.name}.{os.uname().nodename}.{os.getpid()}")
    try:
        write(part)
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def read_columns(path: Path, names: Collection[str]) -> dict[str, list[Any]]:
    """Some columns of a shard.

    Raises:
        InputError: it is damaged.
    """
    parquet, arrow = _pyarrow()
    try:
        found: dict[str, list[Any]] = parquet.read_table(path, columns=list(names)).to_pydict()
    except (OSError, arrow.ArrowException) as error:
        raise _damaged(path) from error
    return found


def read_rows(path: Path, numbers: Collection[int]) -> Iterator[Row]:
    """The rows of these numbers, counted from 0, in ascending order; some of them are in memory at a time.

    Raises:
        InputError: the shard is damaged.
    """
    parquet, arrow = _pyarrow()
    wanted, start = sorted(numbers), 0
    try:
        for batch in parquet.ParquetFile(path).iter_batches(READ_TOGETHER):
            here = [number - start for number in wanted if start <= number < start + len(batch)]
            start += len(batch)
            yield from (Row(**row) for row in batch.take(arrow.array(here, arrow.int64())).to_pylist())
    except (OSError, arrow.ArrowException, TypeError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> InputError:
    return InputError(f"The shard {path} is damaged; remove it, and archive its inputs again.")


def _schema(arrow: Any) -> Any:
    types = {str: arrow.large_string(), bytes: arrow.large_binary(), int: arrow.int64()}
    names = {"str": str, "bytes": bytes, "int": int}
    return arrow.schema([(name, types[names[str(Row.__annotations__[name])]]) for name in Row.__struct_fields__])


def _pyarrow() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow.parquet"), import_module("pyarrow")  # an extra, and a third of a second
    except ImportError as error:
        raise UsageError(MISSING) from error
