"""Names of months, weekdays, parts of the day and units of time, and the patterns made of them."""

from __future__ import annotations

from typing import Final

from reader.analysis.numerals import FRACTION_SIGNS, MIXED, NUMBER_WORD
from reader.analysis.wordlists import numbered

MONTH_NUMBERS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: Final = numbered("monday tuesday wednesday thursday friday saturday sunday")
DAY_PARTS: Final = {"morning": "08", "noon": "12", "afternoon": "15", "evening": "19", "night": "20", "midnight": "00"}
"""Hours that stand for a part of the day in ISO values."""
HOLIDAYS: Final = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
}
"""Month and day of the feasts that stay where they are; the others are dates whose value is left open."""
SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}

UNIT_CODES: Final = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "D",
    "month": "M",
    "quarter": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
    "centuries": "Y",
}
UNIT_FACTORS: Final = {"decade": 10, "century": 100, "centuries": 100, "quarter": 3, "fortnight": 2}
"""How many of the ISO unit one such unit is."""

MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?)"
)
WEEKDAY: Final = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)"
)
SHORT_WEEKDAY: Final = r"(?:(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
YEAR: Final = r"(?:1[0-9]|20|21)\d{2}(?!\d|[.,]\d)"
PART: Final = r"(?:morning|noon|afternoon|evening|night)"
UNIT: Final = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|weekends?|months?|years?|decades?|century|centuries)"
)
NUMBER: Final = (
    rf"(?:{MIXED}|\d{{1,3}}(?:,\d{{3}}){{0,4}}(?:\.\d{{1,6}}|[{''.join(FRACTION_SIGNS)}])?"
    rf"|(?:(?:{NUMBER_WORD})(?:[- ](?:{NUMBER_WORD}))?\b)(?:[ -](?:hundred|thousand|million|billion)\b)?)"
)
