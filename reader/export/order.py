"""The order in which a report is told: what sources share, where they differ, what was not matched. Never a verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reader.export.report import Cited, Report, ReportRow, Source

NOTES = (
    "A tilde before a date (~) says that it was inferred, not stated. Counts say how often something is reported, not "
    "whether it is true."
)
"""What a reader of any format has to know besides the marks."""


class Part(StrEnum):
    """The headings of the parts."""

    SHARED = "What several sources say"
    DIFFERENCES = "Where sources differ"
    DISPUTED = "The sentences that differ, side by side"
    POSSIBLE = "Possibly matched"
    SINGLE = "Not matched elsewhere"


@dataclass(frozen=True, slots=True)
class Parts:
    """The rows of a report by part, each in reading order, and how many there are of each, in words."""

    shared: tuple[ReportRow, ...]
    disputed: tuple[ReportRow, ...]
    possible: tuple[ReportRow, ...]
    single: tuple[ReportRow, ...]

    @property
    def tally(self) -> str:
        """How much the sources share: "16 shared, 20 not matched elsewhere"; no number of conflicts."""
        told = [f"{len(self.shared)} shared", f"{len(self.single)} not matched elsewhere"]
        return ", ".join(told + ["marked where they differ"] * bool(self.disputed))


def parts_of(report: Report) -> Parts:
    """The rows by part."""
    rows = report.rows
    return Parts(
        *(tuple(row for row in rows if row.mark in marks) for marks in ("=≈", "!?", "~", "◦")),
    )


def sources_told(report: Report) -> str:
    """How many sources there are: "4 sources, 1 with the same text as another"."""
    copies = len(report.sources) - len(report.columns)
    told = [f"{len(report.sources)} sources"]
    return ", ".join(told + [f"{copies} with the same text as another"] * bool(copies))


def same_text_told(report: Report, source: Source) -> str:
    """Who else carries the text of a source: "same text: A [4], B [5]"; "" for nobody."""
    others = report.same_text(source)
    return f"same text: {', '.join(f'{other.name} [{other.number}]' for other in others)}" if others else ""


def alone(rows: Iterable[ReportRow]) -> list[tuple[Source, list[tuple[ReportRow, Cited]]]]:
    """The sentences of rows of one source, by source, each with its row; rows of several sources are left out."""
    found: dict[Source, list[tuple[ReportRow, Cited]]] = {}
    for row in rows:
        if not row.is_shared:
            for reading in row.readings:
                found.setdefault(reading.source, []).append((row, reading))
    return sorted(found.items(), key=lambda each: each[0].number)


def by_source(readings: Iterable[Cited]) -> list[tuple[Source, list[Cited]]]:
    """The readings by source, in the order of the sources, each source's in reading order."""
    found: dict[Source, list[Cited]] = {}
    for reading in readings:
        found.setdefault(reading.source, []).append(reading)
    return sorted(found.items(), key=lambda each: each[0].number)
