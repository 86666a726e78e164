"""What time it is; a clock that is beyond all years shows the last month there is, so that hours can still be added."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_LATEST = datetime(9999, 12, 1, tzinfo=UTC)


def now() -> datetime:
    """This moment, in UTC."""
    try:
        return min(datetime.now(UTC), _LATEST)
    except (ValueError, OverflowError, OSError):
        return _LATEST


def today() -> date:
    """The day that the person's calendar shows."""
    try:
        return min(datetime.now(UTC).astimezone().date(), _LATEST.date())
    except (ValueError, OverflowError, OSError):
        return _LATEST.date()


def days_ago(days: int) -> datetime:
    """This moment so many days ago; the beginning of all years if there are not so many."""
    try:
        return now() - timedelta(days=days)
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC)
