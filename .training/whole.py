"""Scores of Reader's whole finder of names, model and rules, on the held-out parts; torch is not needed.

``python .training/whole.py DATA [alone]``: with ``alone``, the model without the rules.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from measure import counts, table
from mending import mended
from others import with_others
from records import BLOCK, KINDS, Name, Sentence, parted, read_sentences

from reader.analysis.annotate import annotate
from reader.analysis.naming.tagger import NameTagger
from reader.models.article import UNKNOWN, Article, Line, LineLabel, Metadatum, Status


def articles_of(sentences: Sequence[Sentence]) -> Iterable[tuple[Sequence[Sentence], Article]]:
    """Blocks of neighbouring sentences as articles, a line a sentence."""
    nobody: Metadatum[tuple[str, ...]] = Metadatum(None, Status.UNKNOWN, None)
    for first in range(0, len(sentences), BLOCK):
        block = sentences[first : first + BLOCK]
        lines, at = [], 0
        for sentence in block:
            lines.append(Line(at, at + len(sentence.text), LineLabel.BODY))
            at += len(sentence.text) + 1
        text = "\n".join(sentence.text for sentence in block)
        yield block, Article(0, text, UNKNOWN, UNKNOWN, nobody, UNKNOWN, UNKNOWN, "test", tuple(lines))


def found(sentences: Sequence[Sentence], *, alone: bool) -> list[list[Name]]:
    """The names that Reader finds in each sentence."""
    tagger = NameTagger()
    names = []
    for block, article in articles_of(sentences):
        if alone:
            spans = [Name(*span) for span in next(iter(tagger.tag([article.text])))]
        else:
            (annotations,) = annotate([article], tagger)
            spans = [Name(one.start, one.end, str(one.kind)) for one in annotations.mentions]
        for _, line in zip(block, article.lines, strict=True):
            within = (one for one in spans if line.start <= one.start < line.end and one.kind in KINDS)
            names.append([Name(one.start - line.start, one.end - line.start, one.kind) for one in within])
    return names


def main(data: Path, *, alone: bool) -> None:
    """Print the table."""
    files = sorted((data / "labels").iterdir())
    _, held_out = parted(mended(with_others(read_sentences(data / "names.jsonl.gz"), files)))
    print(table({part: counts(some, found(some, alone=alone)) for part, some in held_out.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), alone="alone" in sys.argv)
