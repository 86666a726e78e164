"""From the words of a date to its ISO value: one reader for each pattern of ``patterns``."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from reader.analysis.temporal.calendar_dates import (
    calendar_day,
    decade,
    iso_day,
    month_of_year,
    numeric_day,
    season,
    year_alone,
    year_range,
)
from reader.analysis.temporal.clock import clock_time, military_time, named_time, spoken_time
from reader.analysis.temporal.deictic import deictic_day, deictic_unit, stage_of_unit, time_ago, weekday
from reader.analysis.temporal.lengths import hedged_unit, length_in_two_units, length_of_time, single_unit
from reader.analysis.temporal.periods import holiday, part_of_year, season_of_year
from reader.analysis.temporal.reading import Reader, Reading

READERS: Final[dict[str, Reader]] = {
    "iso": iso_day,
    "numeric": numeric_day,
    "month-day": calendar_day,
    "day-month": calendar_day,
    "month": month_of_year,
    "years": year_range,
    "between": year_range,
    "decade": decade,
    "season": season,
    "season-ahead": season_of_year,
    "quarter": part_of_year,
    "holiday": holiday,
    "year": year_alone,
    "weekday": weekday,
    "deictic-day": deictic_day,
    "deictic-unit": deictic_unit,
    "ago": time_ago,
    "span": length_of_time,
    "two-spans": length_in_two_units,
    "hedged-span": hedged_unit,
    "clock": clock_time,
    "spoken-clock": spoken_time,
    "a-unit": single_unit,
    "stage": stage_of_unit,
    "military": military_time,
    "point": named_time,
}


def read(name: str, match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    """The meaning of a match of the pattern ``name``; None if the words are no date after all."""
    return READERS[name](match, words, anchor)
