"""A comparison as CSV (RFC 4180): one line for each sentence of each row, for spreadsheets and scripts.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula, and text from outside must not
run one. So such a cell gets an apostrophe before its first character (the usual sign for "this is text"); whoever
reads the file by program takes one leading apostrophe off again where such a character follows it, after blanks and
further apostrophes. The marks of the column ``mark`` are our own, never formulas, and stay as they are.
"""

from __future__ import annotations

import csv
import io

from reader.export.report import Report

COLUMNS = (
    "row",
    "relation",
    "mark",
    "outlet",
    "title",
    "published",
    "published_status",
    "origin",
    "start",
    "end",
    "sentence",
)
"""``row`` is the row's key; ``start`` and ``end`` are offsets into the text that ``reader show`` prints."""

FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula: the four signs, their full-width forms, and what some
programs skip before them."""


def report_csv(report: Report) -> str:
    """The rows of a report as CSV with CRLF line ends, rows in reading order, the names of the columns first."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    for row in report.rows:
        for reading in row.readings:
            source = reading.source
            guarded = map(without_formula, (source.outlet, source.title, source.published))
            lines.writerow(
                (
                    row.key,
                    row.relation,
                    row.mark,
                    *guarded,
                    source.status,
                    without_formula(source.origin),
                    reading.start,
                    reading.end,
                    without_formula(reading.words),
                )
            )
    return out.getvalue()


def without_formula(cell: str) -> str:
    """The cell, with an apostrophe before it if a spreadsheet could take it for a formula."""
    return f"'{cell}" if cell.lstrip("' ").startswith(FORMULA_STARTS) else cell
