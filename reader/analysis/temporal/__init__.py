"""Dates, times and durations: where they stand and what they resolve to."""

from reader.analysis.temporal.compare import date_interval, dates_conflict
from reader.analysis.temporal.find import find_dates

__all__ = ["date_interval", "dates_conflict", "find_dates"]
