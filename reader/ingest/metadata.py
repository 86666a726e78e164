"""What the labelled lines of an article say about it: headline, outlet, authors, date and language, each with evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.ingest import bylines, dates
from reader.ingest.draft import Draft, Hint
from reader.ingest.language import language_of
from reader.ingest.lines import TextLine
from reader.ingest.mastheads import masthead_outlet, named_source, split_suffix
from reader.ingest.outlets import is_outlet_name, outlet_of_the_page
from reader.models.article import UNKNOWN, Evidence, LineLabel, Metadatum, Status
from reader.sanitize import one_line

DERIVED_TITLE = 100
"""Characters of a derived headline: what a list shows of one."""

CAPTION_SHARE = 4
"""A caption's date counts in the first quarter of an article only: further down are pictures from the archive."""

DATELINE_WORDS = 25
"""Words of a paragraph's beginning in which a dateline stands."""

_SENTENCE_END = re.compile(r"[.!?…]['\"’”)]*\s+(?=[\"'“‘(]?[A-ZÀ-Þ0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|Jr|Sr|No|vs|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
_DATELINE = re.compile(
    r"[A-Z][\w.'’/ ,-]{1,60}?(?:,\s*(?P<date>[A-Za-z]{3,9}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Za-z]{3,9}\.?(?: \d{4})?)\s*)?"
    r"\s*\((?P<agency>[A-Z][\w.’' -]{1,30})\)\s*[-–—:]"
)
_DATELINE_DATE = re.compile(
    r"[A-Z][A-Za-z.'’ -]{1,40},\s*(?P<date>(?:[A-Za-z]{3,9}\.? \d{1,2},? \d{4})|(?:\d{1,2} [A-Za-z]{3,9}\.? \d{4}))\s*(?:\([^)]{2,30}\)\s*)?[-–—:]"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Everything known about an article besides its text."""

    title: Metadatum[str]
    outlet: Metadatum[str]
    authors: Metadatum[tuple[str, ...]]
    published: Metadatum[str]
    language: Metadatum[str]


Labelled = Sequence[tuple[TextLine, LineLabel]]


def read_metadata(lines: Sequence[TextLine], labels: Sequence[LineLabel], draft: Draft) -> Metadata:
    """The metadata that the lines state or suggest."""
    labelled = list(zip(lines, labels, strict=True))
    return Metadata(
        title=_title(labelled, draft.hints),
        outlet=_first(_outlets(labelled, draft.hints)),
        authors=_authors(labelled, draft.hints),
        published=_first(_published(labelled, draft.hints)),
        language=_language(labelled, draft),
    )


def _first(candidates: Iterator[Metadatum[str]]) -> Metadatum[str]:
    return next(candidates, UNKNOWN)


def _stated(value: str, line: TextLine, rule: str) -> Metadatum[str]:
    return Metadatum(value, Status.STATED, Evidence(line.number, rule))


def _inferred(value: str, line: TextLine, rule: str) -> Metadatum[str]:
    return Metadatum(value, Status.INFERRED, Evidence(line.number, rule))


def _title(labelled: Labelled, hints: Mapping[int, Hint]) -> Metadatum[str]:
    titles = [line for line, label in labelled if label is LineLabel.TITLE]
    if titles:
        line = min(titles, key=lambda title: (len(title.text), bool(title.stamp)))
        title = split_suffix(line.text)[0] or line.text
        return _stated(one_line(title), line, "front matter" if hints.get(line.number) is Hint.TITLE else "headline")
    for wanted, rule in (
        (LineLabel.STANDFIRST, "standfirst"),
        (LineLabel.BODY, "first sentence"),
        (None, "first line"),
    ):
        for line, label in labelled:
            if label is wanted or wanted is None:
                return _inferred(shortened(first_sentence(line.text[:1000])), line, rule)
    return UNKNOWN


def first_sentence(text: str) -> str:
    """The text up to its first full stop that isn't an abbreviation's."""
    for match in _SENTENCE_END.finditer(text):
        end = match.end() - len(match[0]) + len(match[0].rstrip())
        if not _ABBREVIATION.search(text[max(0, end - 8) : end]):
            return text[:end]
    return text


def shortened(text: str) -> str:
    """The text on one line, cut after a word if it is longer than ``DERIVED_TITLE``."""
    line = one_line(text, 4 * DERIVED_TITLE)
    if len(line) <= DERIVED_TITLE:
        return line
    head, blank, _ = line[:DERIVED_TITLE].rpartition(" ")
    return (head if blank else line[: DERIVED_TITLE - 1]).rstrip(" ,;:–—-") + "…"


def _outlets(labelled: Labelled, hints: Mapping[int, Hint]) -> Iterator[Metadatum[str]]:
    for line, label in labelled:
        if label is LineLabel.SOURCE:
            name = named_source(line) or masthead_outlet(line) or one_line(line.text)
            if hints.get(line.number) is Hint.OUTLET:
                yield _stated(one_line(line.text), line, "front matter")
            elif name:
                yield _stated(one_line(name), line, "source line" if named_source(line) else "masthead")
    for line, label in labelled:
        if label is LineLabel.TITLE and (suffix := split_suffix(line.text)[1]):
            yield _stated(one_line(suffix), line, "after the headline")
    for line, label in labelled:
        if label is LineLabel.BYLINE and (byline := _byline(line)) and byline.outlet:
            yield (_inferred if byline.rule == "author line" else _stated)(one_line(byline.outlet), line, byline.rule)
    for line, label in labelled:
        if label in {LineLabel.BOILERPLATE, LineLabel.RELATED} and (
            name := outlet_of_the_page(line.text[: len(line.low)])
        ):
            yield _inferred(one_line(name), line, "the page's own lines")
    for line, label in labelled:
        if label in {LineLabel.BODY, LineLabel.STANDFIRST}:
            match = _DATELINE.match(line.text[:120])
            if match and is_outlet_name(match["agency"]):
                yield _inferred(match["agency"], line, "dateline")
            return


def _byline(line: TextLine) -> bylines.Byline | None:
    return bylines.read_byline(line.text) or bylines.read_bio(line.text) or bylines.read_bare_byline(line.text)


def _authors(labelled: Labelled, hints: Mapping[int, Hint]) -> Metadatum[tuple[str, ...]]:
    found: list[tuple[int, TextLine, tuple[str, ...], str]] = []
    for line, label in labelled:
        if label is not LineLabel.BYLINE:
            continue
        if hints.get(line.number) is Hint.AUTHORS:
            names = tuple(one_line(name) for name in line.text.split("; "))
            return Metadatum(names, Status.STATED, Evidence(line.number, "front matter"))
        byline = _byline(line)
        if byline and byline.authors:
            found.append((_RANK.get(byline.rule, len(_RANK)), line, byline.authors, byline.rule))
    if not found:
        return Metadatum(None, Status.UNKNOWN, None)
    best = min(found, key=lambda entry: entry[0])
    same = [entry for entry in found if entry[0] == best[0] and entry[3] != "wire credit"] or [best]
    names = tuple(dict.fromkeys(one_line(name) for entry in same for name in entry[2]))
    status = Status.STATED if best[3] in {"byline", "author line"} else Status.INFERRED
    return Metadatum(names, status, Evidence(best[1].number, best[3]))


_RANK = {"byline": 0, "author line": 1, "name under the headline": 2, "wire credit": 3}
"""Which kind of line names the authors best."""


def _published(labelled: Labelled, hints: Mapping[int, Hint]) -> Iterator[Metadatum[str]]:
    for line, label in labelled:
        if label is LineLabel.DATE and hints.get(line.number) is Hint.DATE and (found := dates.find_date(line.text)):
            yield _stated(found.iso, line, "front matter")
    dated = [
        (line, found) for line, label in labelled if label is LineLabel.DATE and (found := dates.find_date(line.text))
    ]
    for line, found in dated:
        if dates.published_date(line.text) and not line.low.startswith(_LATER):
            yield _stated(found.iso, line, "published line")
    for line, label in labelled:
        if label is LineLabel.BYLINE and (found := dates.find_date(line.text)):
            yield _stated(found.iso, line, "byline")
    for line, found in dated:
        yield _stated(found.iso, line, "date line")
    for line, _ in labelled:
        if line.stamp:
            yield _stated(line.stamp, line, "scraper prefix")
    yield from _suggested_dates(labelled)


_LATER = (
    "updated",
    "last updated",
    "modified",
    "last modified",
    "actualizado",
    "aktualisiert",
    "mis à jour",
    "aggiornato",
    "atualizado",
)
"""Beginnings of lines that say when an article was changed, which is not when it appeared."""


def _suggested_dates(labelled: Labelled) -> Iterator[Metadatum[str]]:
    for line, label in labelled:
        if label in {LineLabel.BODY, LineLabel.STANDFIRST}:
            match = _DATELINE_DATE.match(line.text[:160])
            if match and (found := dates.find_date(match["date"])):
                yield _stated(found.iso, line, "dateline")
            break
    end = labelled[-1][0].end if labelled else 0
    for line, label in labelled:
        if line.start * CAPTION_SHARE > end:
            return
        if label is LineLabel.CAPTION and (found := dates.find_date(line.low)):
            yield _inferred(found.iso, line, "caption")


def _language(labelled: Labelled, draft: Draft) -> Metadatum[str]:
    if draft.language:
        return Metadatum(draft.language, Status.STATED, Evidence(0, "front matter"))
    pieces: list[str] = []
    size, first = 0, 0
    for line, label in labelled:
        if label in {LineLabel.BODY, LineLabel.STANDFIRST, LineLabel.TITLE}:
            first = first or line.number
            pieces.append(line.text[:4000])
            size += len(pieces[-1])
            if size > 4000:
                break
    code = language_of(" ".join(pieces))
    return Metadatum(code, Status.INFERRED, Evidence(first, "common words")) if code else UNKNOWN
