"""The mark of a row and what it says, in every format and on the screen."""

from __future__ import annotations

from reader.models.comparison import Relation, Row

MARKS = {
    Relation.AGREE: "=",
    Relation.DIFFER: "≈",
    Relation.CONFLICT: "!",
    Relation.SINGLE: "◦",
    Relation.POSSIBLE: "~",
}
"""The mark of each relation, the same as on the screen; a difference that is only likely is marked "?"."""

MEANINGS = {
    "=": "others say it too",
    "≈": "others say it in other words or detail",
    "~": "possibly matched elsewhere",
    "!": "sources disagree",
    "?": "sources may disagree",
    "◦": "not matched elsewhere",
}
"""What each mark says, agreement first."""


def mark_of(row: Row) -> str:
    """The one-character mark of a row."""
    return "?" if row.doubtful else MARKS[row.relation]
