"""Points in time as the library sorts them: ``YYYY-MM-DDTHH:MM:SS`` as text, whatever precision they were given in."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from reader.models import clock

_PARTIAL = re.compile(r"(\d{4})(-\d\d)?", re.ASCII)


def now() -> str:
    """This moment, UTC."""
    return clock.now().replace(tzinfo=None).isoformat(timespec="seconds")


def moment(written: str | None) -> str | None:
    """An ISO date or datetime as a moment, in UTC if it names a zone; None if it is none.

    What is missing is taken from the beginning: "2023-04" is 2023-04-01T00:00:00.
    """
    if not written:
        return None
    if partial := _PARTIAL.fullmatch(written):
        written = f"{partial[1]}{partial[2] or '-01'}-01"
    try:
        at = datetime.fromisoformat(written)
        if at.tzinfo is not None:
            at = at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return at.replace(tzinfo=None).isoformat(timespec="seconds")
