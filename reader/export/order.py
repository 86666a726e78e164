"""The order in which a report is told: what sources share, where they differ, what was not matched. Never a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.export.report import Cited, Report, ReportFact, ReportFigure, ReportName, ReportRow, Source

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


@dataclass(frozen=True, slots=True)
class Alone:
    """What one source alone says of a fact or figure: its words, and what they are about, or "" if they say it."""

    written: str
    about: str


def figures_alone(figures: Iterable[ReportFigure]) -> list[tuple[Source, list[Alone]]]:
    """The figures that one source alone has, by source."""
    found: dict[Source, list[Alone]] = {}
    for each in figures:
        if each.is_single:
            written = "; ".join(dict.fromkeys(" ".join(value.words.split()) for value in each.values))
            is_unit = each.label.casefold() in written.casefold() or not any(map(str.isalpha, each.label))
            found.setdefault(each.values[0].source, []).append(Alone(written, "" if is_unit else each.label))
    return sorted(found.items(), key=lambda each: each[0].number)


def facts_alone(facts: Iterable[ReportFact]) -> list[tuple[Source, list[Alone]]]:
    """The dates and places that one source alone has, by source, each with what it comes to."""
    found: dict[Source, list[Alone]] = {}
    for each in facts:
        if each.is_single:
            value = each.values[0]
            written = " ".join(value.cited.words.split())
            comes_to = value.told if value.told != written else ""
            about = " · ".join(part for part in (comes_to, each.label) if part)
            found.setdefault(value.cited.source, []).append(Alone(written, about))
    return sorted(found.items(), key=lambda each: each[0].number)


def names_shared(names: Sequence[ReportName]) -> list[ReportName]:
    """The names for the table, those named by most sources first in each kind; of three or more what several have."""
    kinds = list(dict.fromkeys(each.kind for each in names))
    shared = [each for each in names if not _is_named_once(each)]
    return sorted(shared, key=lambda each: (kinds.index(each.kind), -each.sources, -sum(each.counts)))


def names_alone(names: Sequence[ReportName], columns: Sequence[Source]) -> list[tuple[Source, str]]:
    """The names that one source of three or more alone has, with their counts, by source."""
    found = []
    for place, source in enumerate(columns):
        said = [each for each in names if _is_named_once(each) and each.counts[place]]
        if said:
            found.append((source, [f"{each.name} {each.counts[place]}".removesuffix(" 1") for each in said]))
    return [(source, ", ".join(said)) for source, said in found]


def _is_named_once(name: ReportName) -> bool:
    """Whether a line of a table would be nearly empty: one of three sources or more has the name."""
    return len(name.counts) > 2 and name.sources == 1


def by_source(readings: Iterable[Cited]) -> list[tuple[Source, list[Cited]]]:
    """The readings by source, in the order of the sources, each source's in reading order."""
    found: dict[Source, list[Cited]] = {}
    for reading in readings:
        found.setdefault(reading.source, []).append(reading)
    return sorted(found.items(), key=lambda each: each[0].number)
