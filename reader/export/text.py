"""A comparison as plain text: its rows in reading order, each with its mark and every source's sentences.

Sources are named by their ids in the library, so that ``reader show 5`` shows what ``[5]`` stands for.
"""

from __future__ import annotations

from reader.export.report import Report, ReportDifference, ReportRow, Source
from reader.models.signs import MEANINGS


def report_text(report: Report) -> str:
    """The whole report as text, one block a row, ending with a line feed."""
    blocks = [
        report.partial.capitalize(),
        "\n".join(_source(report, source) for source in report.sources),
        "\n".join(f"{mark}   {meaning}" for mark, meaning in MEANINGS.items()),
        *map(_row, report.rows),
        *map(_difference, report.differences),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _source(report: Report, source: Source) -> str:
    first = next((other for other in report.sources if other.number == source.same_as), None)
    same = f" · same text as [{first.article}]" if first is not None else ""
    title = f": {source.title}" if source.title else ""
    return f"[{source.article}] {source.name}{title}\n    {source.day} · {source.origin}{same}"


def _row(row: ReportRow) -> str:
    readings = [f"[{reading.source.article}] {' '.join(reading.words.split())}" for reading in row.readings]
    return "\n    ".join([f"{row.mark}   {readings[0]}", *readings[1:]])


def _difference(difference: ReportDifference) -> str:
    aside = ", set aside" if difference.dismissed else ""
    return f"{difference.mark}   {difference.note} ({difference.meaning}: {difference.about}{aside})"
