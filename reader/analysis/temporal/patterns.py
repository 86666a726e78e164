"""The forms in which English news writes dates, times and durations. Each group ``span`` is the expression.

No pattern holds an unbounded repetition, so that searching a sentence is linear in its length.
"""

from __future__ import annotations

import re
from typing import Final

from reader.analysis.temporal.names import DAY, MONTH, NUMBER, PART, SHORT_WEEKDAY, UNIT, WEEKDAY, YEAR

_STAGE: Final = r"(?:(?i:early|mid|late|end of|start of|beginning of)[ -])?"
_HEDGE: Final = (
    r"(?:(?i:about|around|roughly|approximately|some|nearly|almost|over|under|more than|less than|fewer than|at least"
    r"|at most|up to|as many as|just over|just under|well over|an estimated|close to) )?"
)
_NO_DAY: Final = r"(?!(?:(?<=\.)|\.) \d{1,2}\b)"
"""Behind a month: the day before it is none if one comes ("19 Sept. 11 hijackers")."""
_DASH: Final = r" ?[-–—] ?"
_ZONE: Final = (
    r"(?: ?(?:(?:GMT|UTC)(?:[+-]\d{1,2}(?::\d{2})?)?"
    r"|BST|CET|CEST|EET|EEST|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|IST|AEST|AEDT|AWST|ACST|NZ[SD]T|JST|KST|SGT"
    r"|HKT|PHT|WIB|PKT|SAST|EAT|WAT|CAT|MSK|TRT|BRT|local time|local)\b)"
)
_HALF: Final = r"(?: ?(?:[aApP]\.[mM]\.|[aApP][mM]\b))"
_NEAR: Final = r"(?:(?i:about|around|shortly before|shortly after|just before|just after|just before|nearly) )?"
_HOUR: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK: Final = (
    rf"(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?{_HALF}?|\.[0-5]\d(?:{_HALF}|(?={_ZONE}))|{_HALF}|h[0-5]\d){_ZONE}?"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$€£/@#])(?P<span>{pattern})(?![\w@])")


_FOLDED_HINT: Final = re.compile(
    r"\d|day|week|month|year|decade|centur|night|morning|noon|evening|hour|minute|second|spring|summer|autumn|fall|winter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|shortly|clock|past|tomorrow"
    r"|christmas|new year|easter|boxing|valentine|hallowe|ramadan|eid|diwali|thanksgiving|quarter|half of"
    r"|ten to |twenty to |five to |just before|just after"
)
"""For small letters: every alternative begins with a letter of its own, which is found five times as fast as in any
case."""
_HINT: Final = re.compile(r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[Qq][1-4]")


def may_hold_a_date(words: str) -> bool:
    """Whether a sentence has a word without which it holds no date: most need not be searched any further."""
    return _FOLDED_HINT.search(words.lower()) is not None or _HINT.search(words) is not None


def may_hold_a_length(words: str) -> bool:
    """Whether a sentence has a unit of time behind a blank or hyphen, as every pattern of ``OF_UNITS`` has it."""
    return _UNIT_HINT.search(words.lower()) is not None


_UNIT_HINT: Final = re.compile(r"[ -](?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur)")

OF_UNITS: Final = frozenset({"deictic-unit", "ago", "span", "two-spans", "hedged-span", "a-unit", "stage"})
"""The patterns that end in a unit of time; half of the time of all is theirs."""

PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("iso", _compiled(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:T(?P<h>\d{2}):(?P<min>\d{2})(?::\d{2})?Z?)?")),
    ("numeric", _compiled(r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})")),
    (
        "month-day",
        _compiled(
            rf"(?:(?P<wd>{WEEKDAY}|{SHORT_WEEKDAY}),? (?:the )?\(?)?(?P<m>{MONTH})\.? (?:the )?(?P<d>{DAY})"
            rf"(?:(?:{_DASH}|(?: to | and ))(?:(?P<m2>{MONTH})\.? )?(?P<d2>{DAY}))?"
            rf"(?:,? (?P<y>{YEAR})|,? (?P<deictic>this year|last year|next year))?"
        ),
    ),
    (
        "day-month",
        _compiled(
            rf"(?:(?P<wd>{WEEKDAY}|{SHORT_WEEKDAY}),? (?:the )?\(?)?"
            rf"(?:(?P<d1>{DAY})(?: (?P<m1>{MONTH}))?(?:{_DASH}| to | and ))?(?P<d>{DAY})(?: of)? "
            rf"(?P<m>{MONTH}){_NO_DAY}(?:,? (?P<y>{YEAR})|,? (?P<deictic>this year|last year|next year))?"
        ),
    ),
    (
        "month",
        _compiled(
            rf"(?:(?P<lead>(?i:last|next|this)) )?{_STAGE}(?P<m>{MONTH})"
            rf"(?:,? (?:of )?(?P<y>{YEAR})| (?:of )?(?P<deictic>this year|last year|next year))?"
            rf"(?:(?:{_DASH}| to )(?P<m2>{MONTH}),? (?P<y2>{YEAR}))?"
        ),
    ),
    ("years", _compiled(rf"(?P<y>{YEAR})(?:{_DASH}| to | through | until |/)(?P<y2>{YEAR}|\d{{2}})(?!/\d)")),
    ("between", _compiled(rf"(?i:between) (?P<y>{YEAR}) and (?P<y2>{YEAR})")),
    ("decade", _compiled(r"(?:(?i:early|mid|late)[ -])?(?P<y>(?:1[5-9]|20)\d0|[’']\d0)s")),
    (
        "season",
        _compiled(
            rf"(?:(?P<lead>(?i:last|next|this)) )?(?P<s>(?i:spring|summer|autumn|fall|winter))"
            rf"(?: (?:of )?(?P<y>{YEAR}))?"
        ),
    ),
    (
        "season-ahead",
        _compiled(
            r"(?<=\bin )(?P<a>(?:(?:the )?(?:early|late) |the )?(?P<s>spring|summer|autumn|winter))(?! of\b| \d)"
        ),
    ),
    (
        "quarter",
        _compiled(
            rf"(?:(?i:(?P<n>first|second|third|fourth|final|last)[ -](?P<part>quarter|half))"
            rf"(?: of (?P<y>{YEAR})| of (?P<deictic>this year|last year|next year|the year))?"
            rf"|Q(?P<q>[1-4])(?: (?:of )?(?P<y2>{YEAR}))?)"
        ),
    ),
    (
        "holiday",
        _compiled(
            r"(?P<name>Christmas(?: Eve| Day)?|Boxing Day|New Year[’']s (?:Eve|Day)|Valentine[’']s Day|Hallowe[’']?en"
            r"|Easter(?: Sunday| Monday)?|Good Friday|Ramadan|Diwali|Eid(?: al-Fitr| al-Adha)?|Thanksgiving)"
            rf"(?: (?P<y>{YEAR}))?"
        ),
    ),
    ("year", _compiled(rf"{_STAGE}(?P<y>{YEAR})")),
    (
        "weekday",
        _compiled(rf"(?:(?P<lead>(?i:last|next|this|this past|this coming)) )?(?P<wd>{WEEKDAY})(?: (?P<part>{PART}))?"),
    ),
    (
        "deictic-day",
        _compiled(
            r"(?i:(?P<day>the day before yesterday|the day after tomorrow|yesterday|today|tonight|tomorrow)"
            rf"(?: (?P<part>{PART}))?"
            rf"|(?P<lead>this|last|earlier this|later this) (?P<part2>{PART})|overnight)"
        ),
    ),
    (
        "deictic-unit",
        _compiled(
            r"(?i:(?:(?P<shift>earlier|later) )?(?P<lead>this|last|next|the previous|the following|the coming)"
            r" (?P<unit>week|weekend|month|quarter|year|decade|century|day))"
        ),
    ),
    (
        "ago",
        _compiled(
            rf"{_HEDGE}(?i:(?P<n>{NUMBER}|an?|several|a few)(?: and a half)? (?P<unit>{UNIT})"
            r" (?P<way>ago|earlier|later|before))"
        ),
    ),
    (
        "span",
        _compiled(
            rf"(?:(?P<lead>(?i:past|last|next|coming|first|previous)) )?{_HEDGE}"
            rf"(?i:(?P<n>\d{{1,3}}{_DASH}(?P<n2>\d{{1,3}})|{NUMBER}-? to (?P<n3>{NUMBER})|{NUMBER}"
            r"|half an?|a dozen|dozens of|hundreds of)"
            rf"(?: and a half)?(?P<join>[ -])(?P<unit>{UNIT}))(?P<old>[- ](?i:old)\b)?"
        ),
    ),
    (
        "two-spans",
        _compiled(
            rf"{_HEDGE}(?i:(?P<n>{NUMBER})[ -](?P<unit>years?|months?|weeks?|days?|hours?|minutes?)(?:,? and|,)?"
            rf" (?P<n2>{NUMBER})[ -](?P<unit2>months?|days?|hours?|minutes?|seconds?))"
            r"(?![- ](?i:old|ago|later|earlier)\b)"
        ),
    ),
    (
        "hedged-span",
        _compiled(
            rf"(?i:(?P<hedge>nearly|almost|about|around|over|more than|less than|roughly|at least|"
            rf"half|just over|just under) (?P<n>an?) (?P<unit>{UNIT}))"
        ),
    ),
    ("clock", _compiled(rf"{_NEAR}(?P<h>{_CLOCK})")),
    (
        "spoken-clock",
        _compiled(
            rf"(?i:{_NEAR}(?:(?P<m>quarter|half|five|ten|twenty) (?P<way>past|to) )?(?P<h>{_HOUR})"
            rf"(?P<clock> o[’']clock)?(?: in the (?P<part>morning|afternoon|evening)| at (?P<night>night))?)"
        ),
    ),
    (
        "a-unit",
        _compiled(
            r"(?i:(?P<lead>within|for|in|after|than|just|about|over|of|under) )"
            r"(?P<a>(?i:an? (?P<unit>week|month|year|decade|century|fortnight|day|hour)))(?! (?:ago|later|earlier)\b)"
        ),
    ),
    (
        "stage",
        _compiled(
            r"(?i:(?P<stage>end|start|beginning|middle) of "
            r"(?P<lead>the|this|next|last) (?P<unit>week|month|year|decade))"
        ),
    ),
    ("military", _compiled(r"(?P<h>[0-2]\d[0-5]\d) (?:GMT|UTC)")),
    ("point", _compiled(r"(?i:noon|midnight|midday)")),
)
