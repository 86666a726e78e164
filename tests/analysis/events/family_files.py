"""The families of reports that the grouping must tell apart or keep together; the texts stand in ``families/``.

``recurring*.txt``: a report that an outlet brings again and again, as a template with a table of its issues.
``repeated*.txt``: the same kind of thing twice, another week, town, size or team. ``twosided*.txt``: one event told
from two sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.analysis.events.reports import Report

FOLDER = Path(__file__).parent / "families"


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that are one event each, or all one event (``is_one``)."""

    name: str
    kind: str
    reports: tuple[Report, ...]

    @property
    def is_one(self) -> bool:
        """Whether all of its reports are on one event."""
        return self.kind == "twosided"


def read_families() -> tuple[Family, ...]:
    """Every family, in the order of the files."""
    return tuple(family for path in sorted(FOLDER.glob("*.txt")) for family in _read(path))


def _read(path: Path) -> Iterator[Family]:
    kind = path.stem.partition("_")[0]
    for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, body = part.partition("\n")
        reports = tuple(_issues(body) if kind == "recurring" else _articles(body))
        label = f"{kind}: {name}"
        if kind == "twosided":
            yield Family(name, kind, tuple(_labelled(report, label) for report in reports))
        else:
            yield Family(name, kind, tuple(_labelled(report, f"{label} {report.day}") for report in reports))


def _labelled(report: Report, label: str) -> Report:
    return Report(label, report.day, report.headline, report.text, report.outlet)


def _articles(body: str) -> Iterator[Report]:
    for part in f"\n{body}".split("\n= ")[1:]:
        head, _, text = part.partition("\n")
        day, outlet, title = (value.strip() for value in head.split("|", 2))
        yield Report("", day, title, text.strip(), outlet)


def _issues(body: str) -> Iterator[Report]:
    outlet, title, *lines = body.strip().split("\n")
    table = next(index for index, line in enumerate(lines) if line.startswith("day |"))
    names = [name.strip() for name in lines[table].split("|")]
    text = "\n".join(lines[:table])
    for line in lines[table + 1 :]:
        values = dict(zip(names, (value.strip() for value in line.split("|")), strict=True))
        filled = [part.format(**values) for part in (title.removeprefix("title: "), text)]
        yield Report("", values["day"], filled[0], filled[1].strip(), outlet.removeprefix("outlet: "))
