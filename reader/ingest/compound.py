"""Lines of the head that say several things between bars: "The Outlet | Analysis | 12 May 2028 | Ann Lee"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.ingest import bylines, dates
from reader.ingest.boilerplate import SECTION_WORDS
from reader.ingest.outlets import is_outlet_name, is_section_name, named_like_paper
from reader.ingest.remembering import remembered

LINE_LIMIT = 200
"""Characters of such a line, at most: an outlet, a section, a date and three names."""

_BARS = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+|\s+-(?=[A-Z])|\s+/\s+")
_SIGNS = ("|", "•", "·", " - ", " – ", " — ", " -", " / ")
_READING = re.compile(r"\d+[ -]min(?:ute)?s?(?: read)?", re.IGNORECASE)
_KINDS_OF_TEXT = frozenset(
    {"analysis", "opinion", "explainer", "feature", "interview", "report", "comment", "exclusive"}
)


@dataclass(frozen=True, slots=True)
class Compound:
    """What the parts of such a line say: the outlet or None, the authors, and whether there is a day among them."""

    outlet: str | None
    authors: tuple[str, ...]
    dated: bool


@remembered
def read_compound(text: str) -> Compound | None:
    """The line's parts, if each is an outlet, a section, a date or a byline, and more than one kind is there."""
    # Most lines are paragraphs: looking for a bar's signs first spares them the search.
    if len(text) > LINE_LIMIT or not any(sign in text for sign in _SIGNS):
        return None
    parts = [part for part in _BARS.split(text.strip(" .()")) if part]
    if not 2 <= len(parts) <= 6 or all(bylines.is_agency(part) for part in parts):
        return None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    dated = False
    for part in _joined_dates(parts):
        byline = bylines.read_byline(part) or bylines.read_bare_byline(part, beside_date=True)
        if dates.is_date_line(part):
            dated = dated or dates.line_date(part) is not None
        elif outlet is None and (is_outlet_name(part) or named_like_paper(part)):
            outlet = part
        elif byline is not None and byline.authors:
            authors += byline.authors
        elif not _is_aside(part):
            if outlet or not _may_be_masthead(part):
                return None
            outlet = part
    told = (outlet or authors) and (dated or (outlet and authors))
    return Compound(outlet, authors, dated) if told or dated else None


def _joined_dates(parts: list[str]) -> list[str]:
    """The parts, with "Updated" and the day after the dash together again."""
    joined: list[str] = []
    for part in parts:
        if joined and re.fullmatch(r"(?:last )?(?:updated|published|posted)(?: on| at)?:?", joined[-1], re.IGNORECASE):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _may_be_masthead(part: str) -> bool:
    """Whether a part without a word for a paper could be one beside a date: three to five words with capitals."""
    words = part.split()
    return 3 <= len(words) <= 5 and all(word[0].isupper() and word.isalpha() for word in words)


def _is_aside(part: str) -> bool:
    """Whether a part is a section, a kind of text or a reading time."""
    low = part.lower()
    return (
        low in _KINDS_OF_TEXT
        or _READING.fullmatch(part) is not None
        or is_section_name(part)
        or SECTION_WORDS.issuperset(low.replace("&", " ").split())
    )
