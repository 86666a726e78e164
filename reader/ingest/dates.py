"""Dates and times as articles print them, read into ISO 8601.

Used on lines that are short or bounded by their caller; every pattern is anchored on digits or a month's name.
A time is kept as printed, without its zone: what matters is the day on the outlet's own clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from reader.ingest.remembering import remembered

_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "january jan januar janvier enero gennaio janeiro januari ene janv",
        "february feb februar février fevrier febrero febbraio fevereiro februari févr",
        "march mar märz maerz mars marzo março maart mär",
        "april apr avril abril aprile avr abr",
        "may mai mayo maggio maio mei",
        "june jun juni juin junio giugno junho",
        "july jul juli juillet julio luglio julho juil",
        "august aug août aout agosto augustus",
        "september sept sep septembre septiembre settembre setembro",
        "october oct oktober octobre octubre ottobre outubro okt",
        "november nov novembre noviembre novembro",
        "december dec dezember décembre diciembre dicembre dezembro dez déc",
    ),
    1,
):
    for _name in _names.split():
        _MONTHS[_name] = _number

_MONTH = r"(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_TIME = (
    r"(?:(?:\s*[,|•·T–—-]\s*|\s+)(?:at\s+|um\s+|à\s+|a las\s+|kl\.?\s+)?"
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::\d{2}(?:\.\d{1,9})?)?(?:\s*(?P<half>[ap])\.?m\b\.?)?)?"
)
_ISO = (
    r"(?P<y1>\d{4})(?:(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})|"
    r"\s?[年년]\s?(?P<m5>\d{1,2})\s?[月월]\s?(?P<d5>\d{1,2})\s?[日일])"
)
_YEAR = r"(?P<{}>\d{{4}}|['’]\d\d)"
_MONTH_FIRST = _MONTH.format("m2") + r"[\s/-]\s?(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+|[,/-])" + _YEAR.format("y2")
_DAY_FIRST = (
    r"(?P<d3>\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?:\s+(?:de\s+|of\s+)?|[/-])"
    + _MONTH.format("m3")
    + r"(?:,?\s+(?:de\s+|del\s+)?|[/-])"
    + r"(?P<y3>\d{4}|['’]\d\d|(?<=[/-])\d\d)"
)
_YEAR_FIRST = r"(?P<y6>\d{4}),?[\s/-]" + _MONTH.format("m6") + r"[\s/-](?P<d6>\d{1,2})(?:st|nd|rd|th)?"
_NUMBERS = r"(?P<d4>\d{1,2})(?P<s4>[./-])(?:(?<=\.)\s)?(?P<m4>\d{1,2})[./-](?:(?<=\.)\s)?(?P<y4>\d{4})"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:{_ISO}|{_MONTH_FIRST}|{_DAY_FIRST}|{_YEAR_FIRST}|{_NUMBERS}){_TIME}(?![\w/]|\.\d)", re.IGNORECASE
)
_TIME_BEFORE = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})\s*(?:(?P<half>[ap])\.?m\b\.?)?[^\d]{0,24}$", re.IGNORECASE
)
_PREFIX = re.compile(r"date[:\s]+(?=\d{4}-\d{2}-\d{2}\b)", re.IGNORECASE)

_LABEL = (
    r"(?:first |originally |last |article )?(?:published|updated|update|posted|modified|issued|created|date|released|"
    r"publication date|published date|publish date|last update|issued on|"
    r"publié|mis à jour|veröffentlicht|aktualisiert|stand|publicado|actualizado|pubblicato|aggiornato|atualizado|"
    r"gepubliceerd|פורסם|опубликовано|erstellt|erschienen|publicerad|publisert|julkaistu|opublikowano|"
    r"pubdate|date published|date of publication)"
)
_PUBLISHED = re.compile(rf"{_LABEL}(?:\s+(?:on|at|le|am|el|il|em|op))?\s*[:|]?\s+", re.IGNORECASE)
_TAIL_LABEL = re.compile(r"\s(?:last updated|updated|published|posted) ?:\s", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|"
    r"sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"(?:gmt|utc)\s?[+-]\d{1,2}(?::?\d{2})?|"
    rf"{_LABEL}|uhr|[ap]\.?m|[a-z]{{1,4}}t|le|à|den|um|am|el|las|gmt|utc|ist|local time|at|on|by|\d{{1,2}}[:.h]\d{{2}}|"
    r"\d+[ -](?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) (?:ago|read)|ago|uk|min read|z)\b|"
    r"(?<=[+-])\d{2}:?\d{2}\b|[\s,;:|•·()\[\]./–—+-]+",
    re.IGNORECASE,
)
_CLOCK_LINE = re.compile(
    r"(?:(?:last )?(?:updated|published|posted) at \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?"
    r"(?:,? [a-z]{3,6}day)?|"
    r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[a-z]{1,4}t?)?|(?:(?:published|updated|posted):?\s+)?(?:\d+|"
    r"an?)\s*(?:m|h|d|min|mins|minutes?|hours?|hrs?|days?|weeks?|months?) ago)",
    re.IGNORECASE,
)

_GLUED = re.compile(
    r"(?<=\D(?:19|20)\d\d)(?=\d{1,2}[: ]|[A-Z])|(?<=[0-9A-Za-z])(?=(?:Updated|Modified|Published|Posted)[ :])"
)
"""Where a page's markup parted what its text runs together: "April 19, 20233:05 PM", "15:05Modified:"."""

_SHORT_YEAR = re.compile(
    r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{2})(?=,? +(?:at +)?\d{1,2}[:.]\d{2}\b|$)", re.IGNORECASE
)
"""A year of two digits, before a time or at the line's end: "04/19/23 3:05 PM"."""

_NOT_DATE = re.compile(r"\s*\|?\s*(?i:published|posted|filed) (?:in|under)\s*:.*$|\s-\s[A-Z][A-Z ,]{2,30}$", re.DOTALL)
"""Sections and a town behind a date: "… | Published in: News, World", "… IST - CAMBER"."""

FIRST_YEAR, LAST_YEAR = 1600, 2199
"""Years outside of which a number isn't taken for a date's year: the first newspaper is of 1605."""

MONTHS = 12
"""A number above it is no month."""

CENTURY_TURNS = 70
"""From here on a year of two digits is of the last century: no page is older than 1970 and says so shortly."""

ZONE_CHARACTERS = 24
"""Characters behind a date in which its time zone stands."""

_AMERICAN = re.compile(
    r"\b(?:[ECMP][SD]?T|AK[SD]T|HST)\b|\b(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))? Time\b"
)
"""A zone of the country that writes the month first."""

_CHANGED = re.compile(
    r"\b(?:updated?|modified|corrected|mis à jour|modifié|aktualisiert|geändert|letzte änderung|actualizado|aggiornato|"
    r"atualizado|bijgewerkt|uppdaterad|oppdatert|päivitetty|zaktualizowano|aktualizacja)\b",
    re.IGNORECASE,
)
_APPEARED = re.compile(
    r"\b(?:published|posted|issued|created|released|publié|veröffentlicht|erstellt|erschienen|publicado|pubblicato|"
    r"gepubliceerd|publicerad|publisert|julkaistu|opublikowano)\b",
    re.IGNORECASE,
)

MIDNIGHT_HALF = 12
"""Hours in half a day, for am and pm."""

LINE_LIMIT = 120
"""Characters beyond which a line isn't a date line: "First published on … Last updated on …" takes about 90."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: ISO ("2023-05-28" or "2023-05-28T15:05"), at ``text[start:end]``.

    Attributes:
        ambiguous: whether day and month may be the other way round ("04/03/2024").
    """

    iso: str
    start: int
    end: int
    ambiguous: bool = False


@remembered
def find_date(text: str) -> FoundDate | None:
    """The first full date (day, month, year) in the text, with its time if one is printed beside it."""
    for match in _DATE.finditer(text):
        american = _AMERICAN.search(text[match.end() : match.end() + ZONE_CHARACTERS]) is not None
        day = _day(match, american=american)
        if day is None:
            continue
        clock = _clock(match) or _clock_before(text[max(0, match.start() - 40) : match.start()])
        return FoundDate(day + clock, match.start(), match.end(), not american and _is_ambiguous(match))
    return None


def line_date(text: str) -> FoundDate | None:
    """The date of a line that is about the article, however its parts run together; offsets are of the spread line.

    Of a line that says when the article was changed and when it was published, it is the day of publication.
    """
    spread = _spread(text)
    if len(spread) <= LINE_LIMIT and _CHANGED.search(spread):
        for label in _APPEARED.finditer(spread):
            if found := find_date(spread[label.end() :]):
                return replace(found, start=found.start + label.end(), end=found.end + label.end())
    return find_date(spread)


def _spread(text: str) -> str:
    """A line with the blanks that its page had lost, years of four digits, and no sections behind the date."""
    if len(text) > LINE_LIMIT:
        return text
    return _SHORT_YEAR.sub(r"\1\2\3\g<2>20\4", _GLUED.sub(" ", _NOT_DATE.sub("", text)))


def is_of_change(text: str) -> bool:
    """Whether a line with a date says when something was changed, and not when it was published."""
    return _CHANGED.search(text) is not None and _APPEARED.search(text) is None


def scraper_prefix(text: str) -> FoundDate | None:
    """The date of a prefix "date 2023-04-19 " with words after it; ``end`` is where these begin."""
    label = _PREFIX.match(text)
    found = find_date(text[label.end() : label.end() + 30]) if label else None
    if label is None or found is None or found.start:
        return None
    end = label.end() + found.end
    return FoundDate(found.iso, 0, end) if text[end : end + 1].isspace() and text[end:].strip() else None


@remembered
def published_date(text: str) -> FoundDate | None:
    """The date of a line that says by a word ("Published", "Updated", "Stand") that it is the article's."""
    label = _PUBLISHED.match(text)
    if label is None or len(text) > LINE_LIMIT:
        return None
    found = line_date(text)
    return found if found and not _leftover(text) else None


def dated_tail(text: str) -> FoundDate | None:
    """The date that runs on behind a headline ("Ferry sinks Updated: 2024-05-02 09:30"); ``start`` is the label's."""
    for label in _TAIL_LABEL.finditer(text[-LINE_LIMIT:]):
        at = max(0, len(text) - LINE_LIMIT) + label.start()
        found = published_date(re.sub(r"\s*\(\w+\)$", "", text[at:].strip()))
        if found and at:
            return replace(found, start=at, end=len(text))
    return None


@remembered
def is_date_line(text: str) -> bool:
    """Whether the line holds nothing but dates, times and the words that go with them."""
    if len(text) > LINE_LIMIT or not (any(map(str.isdigit, text)) or text.endswith("ago")):
        return False
    return (line_date(text) is not None and not _leftover(text)) or _CLOCK_LINE.fullmatch(text) is not None


def _leftover(text: str) -> str:
    """What stays of a line when its dates and the words around them are taken out."""
    return re.sub(r"\W", "", _FILLER.sub(" ", _DATE.sub(" ", _spread(text))))


def _day(match: re.Match[str], *, american: bool) -> str | None:
    """The ISO date of a match; None if there is no such day."""
    year = next(match[f"y{form}"] for form in "12346" if match[f"y{form}"])
    month_word, day = next((match[f"m{form}"], int(match[f"d{form}"])) for form in "123456" if match[f"m{form}"])
    month = _MONTHS.get(month_word.lower()) or int(month_word)
    if match["m4"] and (month > MONTHS >= day or (american and _is_ambiguous(match))):
        month, day = day, month  # 05/28/2023: the only order that is a date
    try:
        return (
            date(_four_digits(year), month, day).isoformat() if FIRST_YEAR <= _four_digits(year) <= LAST_YEAR else None
        )
    except ValueError:
        return None


def _four_digits(year: str) -> int:
    number = int(year.lstrip("'’"))
    return number if number > 99 else number + (1900 if number >= CENTURY_TURNS else 2000)


def _is_ambiguous(match: re.Match[str]) -> bool:
    """Whether numbers parted by slashes or hyphens may be day and month or month and day; points part the day first."""
    return (
        match["s4"] in {"/", "-"}
        and int(match["d4"]) != int(match["m4"])
        and max(int(match["d4"]), int(match["m4"])) <= MONTHS
    )


def _clock(match: re.Match[str]) -> str:
    """The time that was matched as "T15:05", or "" if there is none."""
    if match["hour"] is None:
        return ""
    hour, minute, half = int(match["hour"]), int(match["minute"]), (match["half"] or "").lower()
    if half:
        hour = hour % MIDNIGHT_HALF + (MIDNIGHT_HALF if half == "p" else 0)
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""


def _clock_before(text: str) -> str:
    """The time that some outlets print before the date: "15:05 GMT, 28 May 2023"."""
    match = _TIME_BEFORE.search(text)
    return _clock(match) if match else ""
