"""What earlier plans have found in texts: an article that was moved or touched is not analysed again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.analysis.annotate import ANALYSIS_VERSION
from reader.models.annotations import Annotations
from reader.models.article import Article
from reader.shards.files import ENDING, read_columns, write_whole
from reader.store.codec import details_of, pack_details, unpack_annotations

_RECORD = np.dtype([("digest", "<u8"), ("shard", "<u4")])


def keep_digests(archive: Path, plan: int) -> None:
    """Write down which texts stand in which shard of a finished plan."""
    tables = [
        np.array([(_key(digest), _shard_number(path)) for digest in digests if digest], _RECORD)
        for path in sorted((archive / "shards").glob(f"{plan:05}-*{ENDING}"))
        for digests in [read_columns(path, ["digest"])["digest"]]
    ]
    table = np.sort(np.concatenate(tables)) if tables else np.array([], _RECORD)
    write_whole(archive / "digests" / f"{plan:05}", table.tofile)


class Earlier:
    """The texts of the finished plans before one."""

    def __init__(self, archive: Path, plan: int) -> None:
        self._archive = archive
        self._tables: dict[str, NDArray[np.void]] = {
            path.name: np.memmap(path, _RECORD, "r")
            for path in sorted((archive / "digests").iterdir(), reverse=True)
            if path.name.isdecimal() and int(path.name) < plan and path.stat().st_size
        }
        self._read: tuple[str, dict[str, tuple[int, bytes, bytes]]] = ("", {})

    def annotations(self, article: Article) -> Annotations | None:
        """What was found in the same text with the same metadata, by this version of the analysis."""
        digest, details = article.digest, pack_details(details_of(article))
        for plan, table in self._tables.items():
            key = np.uint64(_key(digest))
            first, last = (int(np.searchsorted(table["digest"], key, side)) for side in ("left", "right"))
            for shard in table["shard"][first:last]:
                version, kept, packed = self._shard(f"{plan}-{int(shard):06}").get(digest, (0, b"", b""))
                if version == ANALYSIS_VERSION and kept == details:
                    return unpack_annotations(packed)
        return None

    def _shard(self, name: str) -> dict[str, tuple[int, bytes, bytes]]:
        """The analyses of a shard by digest; the last one asked for is kept, for articles that lay together do so."""
        if self._read[0] != name:
            path = self._archive / "shards" / f"{name}{ENDING}"
            columns = read_columns(path, ["digest", "analysis", "details", "annotations"])
            found = zip(columns["analysis"], columns["details"], columns["annotations"], strict=True)
            self._read = name, dict(zip(columns["digest"], found, strict=True))
        return self._read[1]


def _key(digest: str) -> int:
    return int(digest[:16], 16)


def _shard_number(path: Path) -> int:
    return int(path.stem.partition("-")[2])
