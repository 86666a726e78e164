"""What the labelled lines of an article say about it: headline, outlet, authors, date, language, with evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.ingest.bylines import byline_of
from reader.ingest.compound import read_compound
from reader.ingest.datelines import read_dateline
from reader.ingest.dates import dated_tail
from reader.ingest.draft import FRONT_MATTER, Draft, Hint
from reader.ingest.evidence import Labelled, inferred, stated
from reader.ingest.language import PROSE, language_of
from reader.ingest.lines import TextLine
from reader.ingest.mastheads import split_suffix
from reader.ingest.published import date_candidates
from reader.ingest.sources import outlet_candidates
from reader.models.article import UNKNOWN, Evidence, LineLabel, Metadatum, Status
from reader.sanitize import one_line

DERIVED_TITLE = 100
"""Characters of a derived headline: what a list shows of one."""

_FIELD_NAME = re.compile(r"^(?:subject|title|headline)\s*:\s+(?=\S)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]['\"’”)]*\s+(?=[\"'“‘(]?[A-ZÀ-Þ0-9])")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|Jr|Sr|No|vs|Inc|Ltd|Co|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Everything known about an article besides its text."""

    title: Metadatum[str]
    outlet: Metadatum[str]
    authors: Metadatum[tuple[str, ...]]
    published: Metadatum[str]
    language: Metadatum[str]


def read_metadata(lines: Sequence[TextLine], labels: Sequence[LineLabel], draft: Draft) -> Metadata:
    """The metadata that the lines state or suggest."""
    labelled = list(zip(lines, labels, strict=True))
    return Metadata(
        title=_title(labelled, draft),
        outlet=next(outlet_candidates(labelled, draft), UNKNOWN),
        authors=_authors(labelled, draft),
        published=next(date_candidates(labelled, draft), UNKNOWN),
        language=_language(labelled, draft),
    )


def _title(labelled: Labelled, draft: Draft) -> Metadatum[str]:
    given = next(
        (line for line, _ in labelled if line.number in draft.claims and draft.hints[line.number] is Hint.TITLE), None
    )
    if given:
        return draft.known(one_line(given.text), given.number)
    titles = [line for line, label in labelled if label is LineLabel.TITLE]
    if titles:
        line = min(titles, key=lambda title: (len(title.text), bool(title.stamp)))
        tail = dated_tail(line.text)
        words = line.text[: tail.start] if tail else line.text
        title = _FIELD_NAME.sub("", split_suffix(words)[0] or words)
        return stated(
            one_line(title), line, "front matter" if draft.hints.get(line.number) is Hint.TITLE else "headline"
        )
    for wanted, rule in (
        (LineLabel.STANDFIRST, "standfirst"),
        (LineLabel.BODY, "first sentence"),
        (None, "first line"),
    ):
        for line, label in labelled:
            if label is wanted or wanted is None:
                text = line.text[:1000]
                dateline = read_dateline(text)
                return inferred(shortened(first_sentence(text[dateline.end :] if dateline else text)), line, rule)
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


def _authors(labelled: Labelled, draft: Draft) -> Metadatum[tuple[str, ...]]:
    found: list[tuple[int, TextLine, tuple[str, ...], str]] = []
    for line, label in labelled:
        if label is not LineLabel.BYLINE:
            continue
        if draft.hints.get(line.number) is Hint.AUTHORS:
            names = tuple(one_line(name) for name in line.text.split("; "))
            claim = draft.claims.get(line.number, FRONT_MATTER)
            return Metadatum(names, claim.status, Evidence(line.number, claim.rule))
        compound = read_compound(line.text)
        if compound and compound.authors:
            found.append((_RANK["byline"], line, compound.authors, "byline"))
            continue
        byline = byline_of(line.text)
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


def _language(labelled: Labelled, draft: Draft) -> Metadatum[str]:
    """The language of the words, where there are enough of them: templates of sites often state another one."""
    pieces: list[str] = []
    size, first = 0, 0
    for line, label in labelled:
        if label in {LineLabel.BODY, LineLabel.STANDFIRST, LineLabel.TITLE}:
            first = first or line.number
            pieces.append(line.text[:4000])
            size += len(pieces[-1])
            if size > 4000:
                break
    code = language_of(" ".join(pieces)) if size >= PROSE or not draft.language else None
    if draft.language and code in {None, draft.language}:
        return Metadatum(draft.language, Status.STATED, Evidence(0, "markup" if draft.claims else "front matter"))
    return Metadatum(code, Status.INFERRED, Evidence(first, "common words")) if code else UNKNOWN
