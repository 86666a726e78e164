"""Looking through an archive by column: for a name that was found in articles, and for words of their text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.shards.files import read_columns, shards_of
from reader.store.folding import WORD, fold

_SHOWN = ("digest", "title", "outlet", "published", "words", "origin")


class Hit(NamedTuple):
    """An article of an archive.

    Attributes:
        shard: name of the file that holds it.
        named: whether what was looked for is a name in it; otherwise its words are in the text.
    """

    digest: str
    title: str
    outlet: str
    published: str
    words: int
    origin: str
    shard: str
    named: bool


def find(archive: Path, wanted: str) -> Iterator[Hit]:
    """The articles in which a name was found, or that hold all of these words, shard by shard.

    Case and accents don't matter. Memory of one shard.

    Raises:
        UsageError: there is no such archive.
        InputError: a shard is damaged.
    """
    name = " ".join(fold(wanted).split())
    words = set(WORD.findall(fold(wanted)))
    for path in shards_of(archive):
        columns = read_columns(path, ("names", "text", *_SHOWN))
        for number, (names, text) in enumerate(zip(columns["names"], columns["text"], strict=True)):
            named = f" {name}\n" in names
            if named or (words and _holds(text, words)):
                shown = {column: columns[column][number] for column in _SHOWN}
                yield Hit(**shown, shard=path.name, named=named)


def _holds(text: str, words: set[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words) and words <= set(WORD.findall(folded))
