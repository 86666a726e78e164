"""The sample articles as files: where they are, and their texts."""

from __future__ import annotations

import codecs
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"


def sample_names() -> tuple[str, ...]:
    """Every sample article, as a path inside the folder of samples."""
    return tuple(
        sorted(path.relative_to(SEEDS).as_posix() for path in SEEDS.rglob("*") if path.suffix in {".txt", ".md"})
    )


def sample_text(name: str) -> str:
    """The text of a sample article; its line breaks are as they are in the file."""
    raw = (SEEDS / name).read_bytes()
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252")
