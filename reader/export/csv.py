"""A comparison as CSV (RFC 4180): one line for each sentence of each row, then one for each source's word on each fact.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula, and text from outside must not
run one. So such a cell gets an apostrophe before its first character (the usual sign for "this is text"); whoever
reads the file by program takes one leading apostrophe off again where such a character follows it, after blanks and
further apostrophes. The marks of the column ``mark`` are our own, never formulas, and stay as they are.
"""

from __future__ import annotations

import csv
import io

from reader.export.report import Cited, Report

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
    "fact",
    "aspect",
    "value",
)
"""``row`` is the row's key; ``start`` and ``end`` are offsets into the text that ``reader show`` prints. The last three
are empty for sentences. A line of a fact has no row: ``fact`` says what happened, ``aspect`` who, when or where, and
``sentence`` are the words that say it."""

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
            lines.writerow((row.key, row.relation, row.mark, *_cited(reading), "", "", ""))
    for fact in report.facts:
        for value in fact.values:
            said = (without_formula(fact.label), fact.aspect, without_formula(value.told))
            lines.writerow(("", fact.relation, fact.mark, *_cited(value.cited), *said))
    return out.getvalue()


def _cited(passage: Cited) -> tuple[str | int, ...]:
    """A passage with its source, in the order of the columns."""
    source = passage.source
    return (
        *map(without_formula, (source.outlet, source.title, source.published)),
        source.status,
        without_formula(source.origin),
        passage.start,
        passage.end,
        without_formula(passage.words),
    )


def without_formula(cell: str) -> str:
    """The cell, with an apostrophe before it if a spreadsheet could take it for a formula."""
    return f"'{cell}" if cell.lstrip("' ").startswith(FORMULA_STARTS) else cell
