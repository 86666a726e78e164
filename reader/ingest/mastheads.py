"""Lines at the top of a page that name the publication: a masthead, a menu behind a name, a headline with a suffix."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.ingest import bylines
from reader.ingest.boilerplate import NAV_SECTIONS, SECTION_WORDS, is_menu
from reader.ingest.dates import is_date_line
from reader.ingest.lines import TextLine
from reader.ingest.outlets import (
    NAME_WORDS,
    is_outlet_name,
    named_like_paper,
    outlet_of_the_page,
    same_outlet,
    without_edition,
)
from reader.models.article import LineLabel

LONGEST_TITLE = 500
"""Characters beyond which a line isn't searched for an outlet behind a headline."""

LABEL_WORDS, HEADLINE_BLANKS = 3, 4
"""Most words of such a name, and the fewest blanks of a headline before it: "Skarn | Rain" is one headline."""

_SEPARATOR = re.compile(r"\s+(?:[-–—|•·»«:]|::)\s+|\s*[|•»]\s*")
_SOURCE = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|outlet|publication|publisher|medium)\s*[:|]\s*(?P<name>\S.{1,60})",
    re.IGNORECASE,
)

_AGENCIES = re.compile(
    r"\s*(?:,|\band\b|&|\+)\s*(?:(?:news|wire|other)\s+)?(?:agencies|services|wires)$", re.IGNORECASE
)
"""What stands behind an outlet that also took from agencies: "Source: The Outlet and news agencies"."""


def own_names(lines: Sequence[TextLine], labels: Sequence[LineLabel | None]) -> frozenset[str]:
    """The outlets that bylines, author lines and the page's own lines name, folded: a masthead may be one of them."""
    names = [
        bylines.outlet_of(line.text) if label is LineLabel.BYLINE else outlet_of_the_page(line.text[: len(line.low)])
        for line, label in zip(lines, labels, strict=True)
        if label in {LineLabel.BYLINE, LineLabel.BOILERPLATE}
    ]
    return frozenset(same_outlet(name) for name in names if name)


def masthead_outlet(line: TextLine, own: frozenset[str] = frozenset()) -> str | None:
    """The outlet that the line names, if the line is a masthead: the bare name, "Name - menu", "Name | Section"."""
    bare = without_edition(line.text.strip(" —–-|:."))
    if (is_outlet_name(bare) and not is_menu(line)) or (line.words <= NAME_WORDS and same_outlet(line.text) in own):
        return bare
    row = _name_before_sections(line)
    if row:
        return row
    parts = _SEPARATOR.split(line.text[: len(line.low)], maxsplit=1)
    if len(parts) == 2 and named_like_paper(parts[0]) and SECTION_WORDS.issuperset(parts[1].lower().split()):
        return parts[0].strip()
    if len(parts) == 2 and parts[0].lower() in SECTION_WORDS and is_outlet_name(parts[1]):
        return parts[1].strip()
    if len(parts) == 2 and is_outlet_name(parts[0]):
        rest = parts[1].lower().replace("&", " ").split()
        if (
            is_menu(line)
            or (rest and len(rest) <= 4 and not SECTION_WORDS.isdisjoint(rest))
            or is_outlet_name(parts[1])
        ):
            return parts[0].strip()
    return None


def _name_before_sections(line: TextLine) -> str | None:
    """The outlet's name before a row of sections without separators: "The Coast Courier News World Sport Opinion"."""
    words = line.text[: len(line.low)].replace(" & ", " ").split()
    at = len(words)
    while at and words[at - 1].lower() in SECTION_WORDS:
        at -= 1
    if line.stopped or not 0 < at <= NAME_WORDS or len(words) - at < NAV_SECTIONS or words[0].lower() in SECTION_WORDS:
        return None
    # "Coast News World Sport": the first section may be the name's last word.
    names = (" ".join(words[:size]) for size in (at, at + 1))
    return next((name for name in names if is_outlet_name(name) or named_like_paper(name)), None)


def named_source(line: TextLine) -> str | None:
    """The outlet of a line "Source: Name"."""
    match = _SOURCE.fullmatch(line.text) if line.words <= 8 else None
    if match is None or match["name"].startswith("http"):
        return None
    name = match["name"].partition(" | ")[0]
    if name != match["name"] and bylines.is_person_name(name) and not is_outlet_name(name):
        return None
    return _AGENCIES.sub("", name.strip(" .")) or None


def split_suffix(title: str) -> tuple[str, str | None]:
    """A headline and the outlet behind or before it: "Headline | Politics | The Outlet", "Outlet | Headline"."""
    marks = list(_SEPARATOR.finditer(title)) if len(title) <= LONGEST_TITLE else []
    end, told, outlet = len(title), len(title), None
    for mark in reversed(marks):
        part = title[mark.end() : end].strip()
        if outlet is None and is_outlet_name(part) and mark.start() > len(part):
            outlet, told = part, mark.start()
        elif _is_section(part) or (outlet is not None and is_outlet_name(part)):
            told = mark.start() if outlet is not None or "|" in mark.group() else told
        elif outlet is None and "|" in mark.group() and _is_label(part, title[: mark.start()]):
            told = mark.start()
        else:
            break
        end = mark.start()
    if outlet is None and marks:
        first = title[: marks[0].start()].strip()
        if is_outlet_name(first) and len(title) - marks[0].end() > len(first):
            return title[marks[0].end() :].strip(" -–—|•·»:"), first
    return title[:told].strip(" -–—|•·»:") if told < len(title) else title, outlet


def _is_section(part: str) -> bool:
    """Whether the part of a page's title is the name of a section or the day: "Middle East", "04/19/2023"."""
    words = part.lower().replace("&", " ").split()
    return bool(words) and (SECTION_WORDS.issuperset(words) or is_date_line(part))


def _is_label(part: str, headline: str) -> bool:
    """Whether a short name behind a bar is the site, section or author of the headline before it."""
    words = part.split()
    named = len(words) <= LABEL_WORDS and all(word[0].isupper() and word.isalpha() for word in words)
    return named and headline.count(" ") >= HEADLINE_BLANKS
