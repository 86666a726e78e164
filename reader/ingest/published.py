"""When an article appeared: what its lines say of it, the best evidence first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.ingest import dates
from reader.ingest.datelines import read_dateline
from reader.ingest.dates import FoundDate
from reader.ingest.draft import Draft, Hint
from reader.ingest.evidence import Labelled, inferred, stated
from reader.ingest.lines import TextLine
from reader.models.article import LineLabel, Metadatum

CAPTION_SHARE = 4
"""A caption's date counts in the first quarter of an article only: further down are pictures from the archive."""

_LATER = (
    "updated", "last updated", "modified", "last modified", "actualizado", "aktualisiert", "mis à jour", "aggiornato",
    "atualizado",
)  # fmt: skip
"""Beginnings of lines that say when an article was changed, which is not when it appeared."""


def date_candidates(labelled: Labelled, draft: Draft) -> Iterator[Metadatum[str]]:
    """ISO dates: front matter, "published" line, byline, date line, scraper's prefix, dateline, early caption."""
    dated = list(_date_lines(labelled))
    yield from _given(dated, draft)
    for line, found in dated:
        if dates.published_date(line.text) and not line.low.startswith(_LATER):
            yield _said(found, line, "published line")
    for line, label in labelled:
        behind = dates.dated_tail(line.text) if label is LineLabel.TITLE else None
        if behind:
            yield _said(behind, line, "after the headline")
    for line, label in labelled:
        found_beside = dates.line_date(line.text) if label is LineLabel.BYLINE else None
        if found_beside:
            yield _said(found_beside, line, "byline")
    for line, found in sorted(dated, key=lambda entry: entry[0].low.startswith(_LATER)):
        yield _said(found, line, "date line")
    yield from (stated(line.stamp, line, "scraper prefix") for line, _ in labelled if line.stamp)
    first = next((line for line, label in labelled if label is LineLabel.BODY), None)
    dateline = read_dateline(first.text) if first else None
    if first and dateline and dateline.published:
        yield stated(dateline.published, first, "dateline")
    yield from _captions(labelled)


def _given(dated: Sequence[tuple[TextLine, FoundDate]], draft: Draft) -> Iterator[Metadatum[str]]:
    """The date that the form of the input gives: ISO 8601 already, with its zone; in front matter as it was typed."""
    for line, found in dated:
        if draft.hints.get(line.number) is Hint.DATE:
            yield draft.known(line.text if line.number in draft.claims else found.iso, line.number)


def _said(found: FoundDate, line: TextLine, rule: str) -> Metadatum[str]:
    """A date that a line prints: stated, unless its day and month may be the other way round."""
    return inferred(found.iso, line, rule) if found.ambiguous else stated(found.iso, line, rule)


def _date_lines(labelled: Labelled) -> Iterator[tuple[TextLine, FoundDate]]:
    """The lines with a day; dates among links to other articles are theirs."""
    for index, (line, label) in enumerate(labelled):
        beside = {labelled[other][1] for other in (index - 1, index + 1) if 0 <= other < len(labelled)}
        if label is LineLabel.DATE and LineLabel.RELATED not in beside:
            found = dates.line_date(line.text)
            if found:
                yield line, found


def _captions(labelled: Labelled) -> Iterator[Metadatum[str]]:
    end = labelled[-1][0].end if labelled else 0
    for line, label in labelled:
        if line.start * CAPTION_SHARE > end:
            return
        found = dates.find_date(line.low) if label is LineLabel.CAPTION else None
        if found:
            yield inferred(found.iso, line, "caption")
