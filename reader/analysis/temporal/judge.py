"""Is it a date at all? "March" may be a verb, "May" a modal or a surname, "2000" a count, "Sunday" a newspaper."""

from __future__ import annotations

import re
from typing import Final

from reader.analysis.wordlists import words

_BEFORE_MONTH = re.compile(
    r"\b(?i:in|since|until|till|by|last|next|this|of|from|during|through|before|after|early|late|mid|between|and|to|"
    r"each|every|for|following|around|throughout)[ -]$"
)
_BEFORE_MODIFIER = re.compile(r"\b(?i:the|a|an|its|his|her|their|our|’s|'s) $")
_AMBIGUOUS_MONTHS: Final = words("march may april june august jan mar sep dec jun")
"""Verbs and first names among the months: they need a word beside them that makes them a month."""

_YEAR_CUE = re.compile(
    r"\b(?i:in|since|until|till|during|before|after|early|late|mid|year|spring|summer|autumn|fall|winter|between|through"
    r"|circa|fiscal|season|election|elections|olympics|cup|c\.) ?-?$"
)
_WEAK_YEAR_CUE = re.compile(r"\b(?i:of|by|from|to|and|or|for|than|the|its|his|her|their|our|a|’s|'s) $")
_UNIT_AFTER = re.compile(
    r"[ -]?(?:%|per ?cent|percent|dollars?|euros?|pounds?|yen|rubles?|roubles?|miles?|km|kilomet|met(?:er|re)s?\b|m\b"
    r"|feet|ft|tons?\b|tonnes?|kg|kilos?|hours?|days?|weeks?|months?|years?|times?\b|GMT|UTC|people|men\b|women|children"
    r"|police|troops|million|billion|thousand)"
)
_PLURAL_AFTER = re.compile(
    r" (?:people|men|women|children|sheep|fish|cattle|personnel|aircraft|staff|police)\b"
    r"| (?:[a-z][a-z-]{1,20} )?(?!is\b|was\b|has\b|us\b|its\b|this\b|his\b)[a-z]{2,20}(?<!s)s\b"
)
_OPEN_QUANTITY = re.compile(
    r"\b(?i:about|around|over|nearly|almost|some|than|least|most|only|up to|roughly|No\.|number) $"
)
_FUTURE = re.compile(
    r"\b(?:will|shall|would|won’t|won't|is set to|are set to|set to|is to|are to|expected to|is due|are due|due to"
    r"|due in|due on|plans? to|planning to|going to|scheduled|slated|intends? to|hopes? to|aims? to|upcoming|ahead of"
    r"|(?<!\bwas )(?<!\bwere )(?<!\bis )(?<!\bare )"
    r"(?:comes? out|opens?|begins?|starts?|ends?|closes?|takes? place|launch(?:es)?|kicks? off|expires?) (?:on|in|at)"
    r"|to be (?:held|published|released|decided|signed|unveiled))\b|[a-z]['’]ll\b"
)
_PAST = re.compile(
    r"\b(?<!\bbe )(?:[a-z]{2,20}(?<!ne)ed(?! to\b)"
    r"|said|told|was|were|had|did|met|came|went|began|wrote|spoke|took|gave|made|got|saw|held"
    r"|left|led|won|lost|fell|rose|struck|hit|shot|sent|brought|broke|found|sold|bought|became|kept|drew|flew|grew|ran|sat"
    r"|stood|swore|withdrew|paid|put out|cut)\b"
)
_PLANNED = re.compile(
    r"\b(?:(?:summit|meeting|talks|session|vote|hearing|trial|rally|strike|strikes|protest|protests|elections?|election"
    r"|match|game|final|launch|debate|funeral|inquest|referendum|conference|walkout|called|scheduled|set|planned|due"
    r"|booked|slated)(?: \w{2,12}){0,3} for(?: the)?|(?:mourning|curfew|ban|strike|closed|closure|imposed|effective"
    r"|starting|beginning|valid|force) from|(?:next|first|final) (?:\w{2,12} ){0,4}(?:is|are) on"
    r"|(?:until|till|not before)) $"
)
"""Words before a day that set it: "a summit for Friday", "two days of mourning from Friday", "until Saturday"."""
_PAPERS: Final = words(
    "times telegraph mirror express post world herald mail sun independent best star people brunch league"
)
LOOK_BACK: Final = 40
"""Characters before an expression that decide what it is: a few words."""
LOOK_AROUND: Final = 160
"""Characters around an expression among which its verb is looked for: a long clause."""


def _before(words: str, at: int) -> str:
    return words[max(0, at - LOOK_BACK) : at]


def is_month_name(match: re.Match[str], words: str) -> bool:
    """Whether a month without day and year ("in March") is one, not a verb, a modal or a person."""
    name = match["m"].rstrip(".").lower()
    span = match["span"]
    if not span.startswith(match["m"]):
        return True
    before, after = _before(words, match.start("span")), words[match.end("span") : match.end("span") + 20]
    if match["m"].endswith("."):
        return bool(_BEFORE_MONTH.search(before))
    if name not in _AMBIGUOUS_MONTHS:
        return not re.match(r" [A-Z][a-z]+", after) or bool(_BEFORE_MONTH.search(before))
    if _BEFORE_MONTH.search(before):
        return not re.match(r" [A-Z][a-z]", after) or name == "march"
    return bool(_BEFORE_MODIFIER.search(before)) and name != "may" and bool(re.match(r" [a-z]{3,}", after))


def is_year(match: re.Match[str], words: str) -> bool:
    """Whether four digits are a year and not a count ("2000 soldiers") or a measure ("2020 km")."""
    year = int(match["y"])
    start, end = match.span("span")
    before, after = _before(words, start), words[end : end + LOOK_BACK]
    if match["span"] != match["y"]:
        return True
    if _UNIT_AFTER.match(after) or _OPEN_QUANTITY.search(before) or re.match(r"[-–]\d|[-–][a-z]", after):
        return False
    if before.endswith(("-", "–")) and before[-2:-1].isdigit():
        return False
    if _YEAR_CUE.search(before):
        return year >= 1000
    counted = _PLURAL_AFTER.match(after) is not None
    if _WEAK_YEAR_CUE.search(before):
        determined = re.search(r"(?:\b(?i:the|its|his|her|their|our)|['’]s) $", before) is not None
        return 1500 <= year < 2100 and (not counted or (determined and year % 100 != 0))
    return 1900 <= year < 2100 and not counted and (year % 100 != 0 or not re.match(r" [a-z]", after))


def is_weekday_name(match: re.Match[str], words: str) -> bool:
    """Whether a weekday is a day and not part of a name ("The Sunday Times", "Black Friday")."""
    after = re.match(r" ([A-Z][a-z]+)", words[match.end("span") : match.end("span") + LOOK_BACK])
    if after and after[1].lower() in _PAPERS:
        return False
    return not re.search(
        r"\b(?:Black|Good|Ash|Bloody|Sheffield|Super|Cyber|Palm|Easter) $", _before(words, match.start("span"))
    )


def is_future(words: str, start: int, end: int) -> bool:
    """Whether the verb nearest to the expression speaks of the future ("will travel on Tuesday")."""
    before = words[max(0, start - LOOK_AROUND) : start]
    named_day = words[start : start + 1].isupper() and words[start:end].rstrip().endswith("day")
    if named_day and before.endswith(" for ") and not words.startswith(("’s", "'s"), end):
        return True
    if _PLANNED.search(before) and not words.startswith(("’s", "'s"), end):
        return True
    ahead = _last(_FUTURE, before)
    behind = _last(_PAST, before)
    if ahead >= 0 or behind >= 0:
        return ahead > behind
    after = words[end : end + LOOK_AROUND]
    first_ahead, first_past = _FUTURE.search(after), _PAST.search(after)
    if first_ahead is None:
        return False
    return first_past is None or first_ahead.start() < first_past.start()


def is_past(words: str, start: int, end: int) -> bool:
    """Whether any verb near the expression speaks of the past."""
    return bool(_PAST.search(words, max(0, start - LOOK_AROUND), min(len(words), end + LOOK_AROUND)))


def _last(pattern: re.Pattern[str], words: str) -> int:
    at = -1
    for match in pattern.finditer(words):
        at = match.start()
    return at
