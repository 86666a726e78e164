"""Readers of times of day."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from reader.analysis.temporal.reading import Reading
from reader.analysis.wordlists import numbered

_HOURS: Final = numbered("one two three four five six seven eight nine ten eleven twelve", 1)

_NEAR_WORDS = re.compile(r"(?:shortly|just) (?:before|after) ", re.IGNORECASE)


def clock_time(match: re.Match[str], words: str, _anchor: date | None) -> Reading | None:
    """The form "15:05", "3 p.m."."""
    written = match["h"]
    digits = re.match(r"(\d{1,2})(?:[:.h](\d{2}))?", written)
    if digits is None or re.match(
        r" ?(?:wins?|victory|defeat|lead|draw|loss)\b", words[match.end("span") : match.end("span") + 12]
    ):
        return None
    hour, minute = int(digits[1]), digits[2]
    half = re.search(r"([ap])\.?m", written, re.IGNORECASE)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[1].lower() == "p" else 0)
    return Reading(f"T{hour:02}" + (f":{minute}" if minute else ""), stated=True)


def spoken_time(match: re.Match[str], words: str, _anchor: date | None) -> Reading | None:
    """The form "a quarter past six", "shortly before eight in the evening"."""
    part = "night" if match["night"] else match["part"]
    told = match["m"] or match["clock"] or part or _NEAR_WORDS.match(match["span"])
    if not told or re.match(r" [a-z]+s\b", words[match.end("span") : match.end("span") + 24]):
        return None
    hour, minute = _HOURS[match["h"].lower()] % 12, 0
    if match["m"]:
        minute = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20}[match["m"].lower()]
        if match["way"].lower() == "to":
            hour, minute = (hour - 1) % 12, 60 - minute
    if part is None:
        return Reading("", stated=True)
    hour += 12 * (part.lower() != "morning")
    return Reading(f"T{hour:02}" + (f":{minute:02}" if minute else ""), stated=True)


def military_time(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    """The form "0415 GMT"."""
    return Reading(f"T{match['h'][:2]}:{match['h'][2:]}", stated=True)


def named_time(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    """The form "noon", "midnight"."""
    return Reading("T00" if match["span"].lower() == "midnight" else "T12", stated=True)
