"""Articles for tests: plain texts of which every line is labelled as the test says."""

from __future__ import annotations

from collections.abc import Mapping

from reader.models.annotations import Kind, Mention, MentionSource
from reader.models.article import UNKNOWN, Article, Line, LineLabel, Metadatum, Status


def article_of(text: str, labels: Mapping[int, LineLabel] | None = None) -> Article:
    """An article of this text; lines are body lines unless ``labels`` says otherwise (numbered from 0, blanks too)."""
    lines: list[Line] = []
    at = 0
    for number, written in enumerate(text.split("\n")):
        if written.strip():
            lines.append(Line(at, at + len(written), (labels or {}).get(number, LineLabel.BODY)))
        at += len(written) + 1
    nobody: Metadatum[tuple[str, ...]] = Metadatum(None, Status.UNKNOWN, None)
    return Article(0, text, UNKNOWN, UNKNOWN, nobody, UNKNOWN, UNKNOWN, "test", tuple(lines))


def mentions_of(text: str, **names: str) -> tuple[Mention, ...]:
    """Every place where the names stand; keyword = kind, names separated by "|" (longest first wins)."""
    found: list[Mention] = []
    for kind, listed in names.items():
        for name in sorted(listed.split("|"), key=len, reverse=True):
            at = text.find(name)
            while at >= 0:
                if not any(mention.start < at + len(name) and at < mention.end for mention in found):
                    found.append(Mention(at, at + len(name), Kind[kind], MentionSource.MODEL))
                at = text.find(name, at + len(name))
    return tuple(sorted(found, key=lambda mention: mention.start))
