"""The place at the start of an agency report: "PASTO, Colombia (Northgate Press) — A strong earthquake …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.spans import Candidate, Rank
from reader.models.annotations import Kind, MentionSource

_DATELINE = re.compile(
    r"\s*(?P<place>[^\W\d_][\w .'-]{1,40}?)(?:, (?P<country>[A-Z][\w .]{1,30}?))?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: \((?P<agency>[^()\n]{2,40})\))?\s?(?:[\u2013\u2014]|-{1,2})\s"
)
"""The bounds keep the match at the start of the line, and linear."""


def find_dateline(folded: str, start: int, end: int) -> Iterator[Candidate]:
    """The place, and the agency in brackets, with which the line ``folded[start:end]`` begins."""
    match = _DATELINE.match(folded, start, min(end, start + 160))
    if match is None or not _is_place(match):
        return
    yield Candidate(*match.span("place"), Kind.PLACE, MentionSource.RULE, Rank.CREDIT)
    if match["agency"]:
        yield Candidate(*match.span("agency"), Kind.ORG, MentionSource.RULE, Rank.CREDIT)


def _is_place(match: re.Match[str]) -> bool:
    """Whether the dateline is one: its place shouted and followed by a country or agency, or a known place with one."""
    beside = match["agency"] or (match["country"] and gazetteer().known(match["country"]))
    known = gazetteer().known(match["place"])
    if known is not None:
        return known.kind is Kind.PLACE and (bool(beside) or match["place"].isupper())
    return bool(beside) and match["place"].isupper()
