"""Which publication an article appeared in: what its lines say of it, the best evidence first."""

from __future__ import annotations

from collections.abc import Iterator

from reader.ingest.bylines import byline_of, is_desk
from reader.ingest.compound import read_compound
from reader.ingest.datelines import read_dateline
from reader.ingest.draft import Draft, Hint
from reader.ingest.evidence import Labelled, inferred, stated
from reader.ingest.lines import TextLine
from reader.ingest.mastheads import masthead_outlet, named_source, split_suffix
from reader.ingest.outlets import is_outlet_name, outlet_of_the_page
from reader.models.article import LineLabel, Metadatum
from reader.sanitize import one_line

_OF_THE_PAGE = frozenset({LineLabel.BOILERPLATE, LineLabel.RELATED})


def outlet_candidates(labelled: Labelled, draft: Draft) -> Iterator[Metadatum[str]]:
    """The outlets that the article's own lines name as its source; one that is quoted or credited isn't among them."""
    by_label = {label: [line for line, other in labelled if other is label] for label in LineLabel}
    yield from (_of_source_line(line, draft) for line in by_label[LineLabel.SOURCE])
    for line in by_label[LineLabel.TITLE]:
        suffix = split_suffix(line.text)[1]
        if suffix:
            yield stated(one_line(suffix), line, "after the headline")
    for line in by_label[LineLabel.BYLINE]:
        yield from _of_byline(line)
    for line, label in labelled:
        compound = read_compound(line.text) if label in {LineLabel.DATE, LineLabel.BYLINE} else None
        if compound and compound.outlet:
            yield stated(one_line(compound.outlet), line, "beside the date")
    for line, label in labelled:
        name = outlet_of_the_page(line.text[: len(line.low)]) if label in _OF_THE_PAGE else None
        if name:
            yield inferred(one_line(name), line, "the page's own lines")
    first = next((line for line, label in labelled if label is LineLabel.BODY), None)
    dateline = read_dateline(first.text) if first else None
    if first and dateline and is_outlet_name(dateline.agency):
        yield inferred(dateline.agency, first, "dateline")


def _of_byline(line: TextLine) -> Iterator[Metadatum[str]]:
    """The outlet that a byline names: its own desk ("BBC News, Oslo"), or the one its author writes for."""
    if is_desk(line.text):
        yield stated(one_line(line.text.partition(",")[0]), line, "byline")
    byline = byline_of(line.text)
    if byline and byline.outlet:
        says = inferred if byline.rule == "author line" else stated
        yield says(one_line(byline.outlet), line, byline.rule)


def _of_source_line(line: TextLine, draft: Draft) -> Metadatum[str]:
    if draft.hints.get(line.number) is Hint.OUTLET:
        return draft.known(one_line(line.text), line.number)
    source = named_source(line)
    if source:
        return stated(one_line(source), line, "source line")
    return stated(one_line(masthead_outlet(line) or line.text), line, "masthead")
