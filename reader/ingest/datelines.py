"""Datelines, with which agency reports begin: "BAKU, April 19, 2023 (Reuters) -"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.ingest.dates import find_date

LONGEST = 160
"""Characters in which a dateline ends: three towns, a date and an agency have about 90."""

_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][^(:–—]{1,80}?)"
    r"(?:\s*/(?P<slashed>[A-Z]{3,12})/\s*[.:–—-]|\s*\((?P<agency>[A-Z][\w.’' -]{1,30})\)\s*[-–—:]|"
    r"(?<=\d{4})\s+(?:[–—-]|--)\s)\s*"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says: the agency ("" if it names none), an ISO date if it has a full one, and where it ends."""

    agency: str
    published: str | None
    end: int


def read_dateline(text: str) -> Dateline | None:
    """The dateline that the paragraph begins with: a place in capitals or with a date, and the agency in brackets."""
    match = _DATELINE.match(text[:LONGEST])
    if match is None:
        return None
    place = match["place"]
    found = find_date(place)
    if found is None and not place.split(",")[0].split()[0].isupper():
        return None
    return Dateline(match["agency"] or match["slashed"] or "", found.iso if found else None, match.end())
