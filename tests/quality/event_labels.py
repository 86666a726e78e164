"""What an event's sources share and where they disagree, resolved: anchors in their texts, every one checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from tests.quality.label_files import ClaimsFile, EventFile
from tests.quality.spans import LabelError, Span, place


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Some words of one article: of the sentence that is meant, or of the place at issue."""

    article: str
    span: Span


Pair = tuple[Anchor, Anchor]


@dataclass(frozen=True, slots=True)
class Claims:
    """Anchors of several sources that belong together, and what they are about."""

    what: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class EventLabels:
    """What a careful reader finds when comparing an event's sources.

    Attributes:
        must: pairs of sentences of two sources that say the same.
        optional: pairs of which one says a part of the other: neither right nor wrong.
    """

    name: str
    articles: tuple[str, ...]
    must: frozenset[Pair]
    optional: frozenset[Pair]
    conflicts: tuple[Claims, ...]
    differences: tuple[Claims, ...]
    traps: tuple[Claims, ...]
    utterances: tuple[Claims, ...]


def resolve_event(file: EventFile, texts: Mapping[str, str]) -> EventLabels:
    """The labels of a file as anchors; ``texts`` holds its articles' texts by file name.

    Raises:
        LabelError: a reference names no source, no place or several.
    """

    def anchor(reference: str) -> Anchor:
        source, colon, words = reference.partition(": ")
        if not colon or source not in file.sources:
            raise LabelError(f"{file.event}: “{reference}” names no source")
        article = file.sources[source]
        try:
            return Anchor(article, place(texts[article], words))
        except LabelError as error:
            raise LabelError(f"{file.event}: {source}: {error}") from error

    def claims(files: Iterable[ClaimsFile]) -> tuple[Claims, ...]:
        return tuple(Claims(claim.what, tuple(map(anchor, claim.claims))) for claim in files)

    must: set[Pair] = set()
    optional: set[Pair] = set()
    for fact in file.facts:
        core, partial = [anchor(words) for words in fact.core], [anchor(words) for words in fact.partial]
        must |= _across(combinations(core, 2))
        optional |= _across(product(core, partial)) | _across(combinations(partial, 2))
    return EventLabels(
        file.event,
        tuple(file.sources.values()),
        frozenset(must),
        frozenset(optional),
        claims(file.conflicts),
        claims(file.differences),
        claims(file.traps),
        claims(file.utterances),
    )


def _across(pairs: Iterable[Pair]) -> set[Pair]:
    """The pairs of two sources, each in order."""
    return {(min(a, b), max(a, b)) for a, b in pairs if a.article != b.article}
