"""The sample articles as Reader takes them in: their names, and their texts, to which the labels refer."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reader.ingest.article import is_markdown, read_article

SEEDS = Path(__file__).parents[2] / "seeds"


def sample_names() -> tuple[str, ...]:
    """Every sample article, as a path inside the folder of samples."""
    return tuple(
        sorted(path.relative_to(SEEDS).as_posix() for path in SEEDS.rglob("*") if path.suffix in {".txt", ".md"})
    )


@cache
def sample_text(name: str) -> str:
    """The text of a sample article: of a ``.txt`` file unchanged, of a Markdown file without its markup."""
    return read_article((SEEDS / name).read_bytes(), name, markdown=is_markdown(name)).text
