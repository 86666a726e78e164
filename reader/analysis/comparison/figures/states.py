"""Whether a figure is one that was, that was to be, or that is, and of which of several turns or spans of time."""

from __future__ import annotations

import re
from datetime import date

from reader.analysis.temporal import date_interval
from reader.analysis.temporal.compare import granularity

_EXPECTED = re.compile(
    r"\b(?:expect(?:ed|s|ing|ations?)?|if|hop(?:e|ed|es|ing)|forecasts?|forecasted|predict(?:ed|s|ion)"
    r"|project(?:ed|ions?)|target(?:ed|s)?|aim(?:ed|s|ing)? (?:to|for|at)|goal|polled by|could|might|would"
    r"|estimated at|estimates?|(?:want|wish|seek|plan)(?:s|ed|ing|ning)? to)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:before the|before that|previously|formerly|used to|at first|initially|originally|earlier reports?"
    r"|(?:the|an|in) (?:earlier|previous) [a-z]+|had earlier|first said|first reported)\b",
    re.IGNORECASE,
)
_ORDINAL = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|\d{1,3}(?:st|nd|rd|th)"
_NUMBERED = re.compile(
    rf"\b(?P<which>{_ORDINAL})[ -](?P<noun>[a-z]{{3,}})"
    r"|\b(?P<turn>game|lap|round|turn|phase|stage|leg|set|day|week|season|episode)"
    r" (?P<number>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_ELAPSED = re.compile(r"\b(?:has|have|had|['’]ve|['’]s) (?:\w+ ){0,6}for $", re.IGNORECASE)
_SAMPLING_ERROR = re.compile(r"\bmargin of (?:\w+ )?error\b|\bsampling error\b", re.IGNORECASE)
_YEAR = 366
LONG_AGO = 60
"""Days before its publication from which a report tells of something else than its event."""
_CARDINALS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        strict=True,
    )
)
_PERIOD = re.compile(
    r"\b(?:(?:last|past|first|second|third|fourth|final|this|a|per|each|previous|same)"
    r" (?P<unit>day|week|month|quarter|half|season|year|decade)"
    r"|(?P<ly>annual|yearly|monthly|weekly|daily|quarterly)"
    r"|(?:last|past|first) (?:\w+ )?(?P<units>days|weeks|months|quarters|seasons|years|decades))\b",
    re.IGNORECASE,
)
_ADJECTIVES = {
    "annual": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "quarterly": "quarter",
}


def is_expected(words: str) -> bool:
    """Whether the words before a figure say that it was expected, hoped for or possible, or the case on a condition."""
    return _EXPECTED.search(words) is not None


def is_former(sentence: str) -> bool:
    """Whether a sentence tells how it was before."""
    return _FORMER.search(sentence) is not None


def is_elapsed(before: str) -> bool:
    """Whether the words before a length of time say that it is not over: "has been trapped for"."""
    return _ELAPSED.search(before) is not None


def is_sampling_error(sentence: str) -> bool:
    """Whether a sentence tells how exact a survey is: every survey has an error of its own."""
    return _SAMPLING_ERROR.search(sentence) is not None


def is_long_ago(dates: frozenset[str], published: str) -> bool:
    """Whether all dates of a sentence lie well before the publication of its report."""
    ends = [interval[1] for value in dates if (interval := date_interval(value))]
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return False
    return bool(ends) and all((day - end).days > LONG_AGO for end in ends)


def numbered_in(sentence: str) -> frozenset[tuple[str, str]]:
    """Which of several a sentence is about: "second round" and "round two" are both ("round", "second")."""
    found = set[tuple[str, str]]()
    for match in _NUMBERED.finditer(sentence):
        if match["noun"]:
            found.add((match["noun"].casefold(), match["which"].casefold()))
        else:
            number = match["number"].casefold()
            found.add((match["turn"].casefold(), _CARDINALS.get(number, number)))
    return frozenset(found)


def periods_in(sentence: str) -> frozenset[str]:
    """The lengths of the spans of time that a sentence names: "last year", "annual", "the last three months"."""
    found = set[str]()
    for match in _PERIOD.finditer(sentence):
        if match["unit"]:
            found.add(match["unit"].casefold())
        elif match["ly"]:
            found.add(_ADJECTIVES[match["ly"].casefold()])
        else:
            found.add(match["units"].casefold())
    return frozenset(found)


def spans_in(dates: frozenset[str]) -> frozenset[str]:
    """The same of resolved dates: a year, a month, or some years."""
    found = set[str]()
    for value in dates:
        interval = date_interval(value)
        if interval is not None and (interval[1] - interval[0]).days > _YEAR:
            found.add("years")
        elif granularity(value) == "year":
            found.add("year")
    return frozenset(found)
