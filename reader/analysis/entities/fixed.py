"""Dates and figures, which win over every name, but for those that are part of one ("Formula One", "Theresa May")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.analysis.entities.lexicon import INSTITUTION_HEADS
from reader.analysis.entities.spans import Candidate, Cover, Rank
from reader.analysis.figures import figure_mentions
from reader.analysis.tagger import RawSpan
from reader.models.annotations import Figure, FigureKind, Kind, MentionSource, TimeExpression

_NAMES_OF_MONTHS = frozenset({"march", "april", "may", "june", "august"})

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def find_fixed(
    folded: str, dates: Sequence[TimeExpression], figures: Sequence[Figure], raw_spans: Sequence[RawSpan]
) -> list[Candidate]:
    """The dates and figures that win over every name: all but those inside one ("Formula One", "Theresa May")."""
    dated = [(date.start, date.end) for date in dates]
    scores = [(figure.start, figure.end) for figure in figures if figure.kind is FigureKind.OTHER and not figure.unit]
    held = Cover(_held(folded, sorted([*dated, *scores]), raw_spans))
    kept = [
        Candidate(start, end, Kind.DATE, MentionSource.RULE, Rank.FIXED)
        for start, end in dated
        if not held.overlaps(start, end)
    ]
    kept.extend(
        Candidate(mention.start, mention.end, Kind.FIGURE, MentionSource.RULE, Rank.FIXED)
        for mention in figure_mentions(figures, dates)
        if not held.overlaps(mention.start, mention.end)
    )
    return sorted(kept)


def _held(folded: str, apart: Sequence[tuple[int, int]], raw_spans: Sequence[RawSpan]) -> Iterator[tuple[int, int]]:
    """The parts of the tagger's names in which a number or a month is part of the name.

    A number after the first word of an organisation, a place or a thing ("Formula One", "Boeing 737") unless it is one
    of the ``apart``, a year or a score; an ordinal before an institution ("7th Circuit Court"); a month's name after a
    first name ("Theresa May").
    """
    covered = Cover(apart)
    for span in raw_spans:
        first, _, rest = folded[span.start : span.end].removeprefix("the ").partition(" ")
        if not rest or not first[:1].isalnum():
            continue
        begin = span.end - len(rest)
        if span.kind is Kind.PERSON:
            last = span.end - len(rest.rpartition(" ")[2].removesuffix("'s"))
            if rest.lower().removesuffix("'s") in _NAMES_OF_MONTHS:
                yield last, span.end
        elif first[0].isupper() and not covered.overlaps(begin, span.end) and begin < span.end:
            yield begin, span.end
        elif (
            span.kind is Kind.ORG
            and _ORDINAL.fullmatch(first)
            and any(w in INSTITUTION_HEADS for w in rest.lower().split())
        ):
            yield begin - len(first) - 1, begin
