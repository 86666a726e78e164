"""Long lists of alternative phrases, written one or more a line, and words listed in a row."""

from __future__ import annotations


def any_of(listing: str) -> str:
    """A pattern (not compiled, in a group) that matches any alternative of the listing.

    Alternatives stand on lines of their own or between ``|``; a line that begins with blanks continues the one before.
    """
    lines: list[str] = []
    for line in listing.strip("\n").split("\n"):
        if line.startswith("    ") and lines:
            lines[-1] += line.strip()
        elif line.strip():
            lines.append(line.strip())
    return "(?:" + "|".join(lines) + ")"


def words_of(listing: str) -> frozenset[str]:
    """The words of a listing, which are separated by blanks."""
    return frozenset(listing.split())
