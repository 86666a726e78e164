"""The sign of a row and what it says: the same beside a sentence, on the comparison screen, and in every export."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the signs are known before anything is compared
    from reader.models.comparison import Row

_OF_RELATION = {
    "agree": "=",
    "differ": "≈",
    "conflict": "!",
    "single": "◦",
    "possible": "~",
}

MEANINGS = {
    "=": "others say it too",
    "≈": "others say it in other words or detail",
    "~": "possibly matched elsewhere",
    "!": "sources disagree",
    "?": "sources may disagree",
    "◦": "not matched elsewhere",
}
"""What each sign says, agreement first."""

SERIOUSNESS = "!?≈=~◦"
"""Which sign wins where several stand on one line of the screen, or one sentence is in several rows."""


def sign_of(row: Row) -> str:
    """The sign of a row: of its relation, but "?" where a difference is only likely."""
    return "?" if row.doubtful else _OF_RELATION[row.relation]
