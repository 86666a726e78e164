"""How much speaks for two articles being on one event, or one story: their likeness, weighed with days and outlets."""

from __future__ import annotations

from math import exp

from reader.analysis.events.particulars import Particulars

EVENT_DAYS = 4.0
"""Reports on one event come within days: exp(−(days between / 4)²) leaves .94 of a likeness after a day, .37 after four
and .05 after a week. In BASIL, 299 of 300 pairs on one event lie at most three days apart; an exponential decay of the
same reach keeps the next week's quake and vote near enough to be taken for this week's."""

STORY_DECAY_DAYS = 45.0
"""A story lasts for weeks: a first report on an accident six weeks after it still belongs to it."""

LATER = 0.7
"""Factor where the later report names only days after the earlier one came out: it may tell of something that had not
happened then. In BASIL this holds of 42 in 106 pairs on one event, a day or more apart, and of 248 in 297 others."""

MAXIMUM_SPAN_DAYS = 10
"""Stated dates of one event lie at most so many days apart (DESIGN, "Events")."""

SAME_OUTLET = 0.5
"""Factor for two reports of one outlet: they share its ways of writing and the town that it writes of, and an outlet
seldom brings an event twice a day. No labelled set has such pairs; it is set on short reports of a town's paper."""

FORM = 0.5
"""Reports of one outlet of two days that are so alike are filled into one form: who comes back to an event has new
things to tell, in new words."""

COPY_THRESHOLD = 0.85
"""Articles so alike are copies of one text and count as one while linking (DESIGN, "Events")."""

OTHER_TIME = 0.25
"""Factor where one article is dated, the other is not, and the days that they name lie farther apart than an event
lasts. Between two undated ones it harms: what they name are two guesses (B³ F1 on ECB+ .929 with it, .942 without)."""


def event_score(cosine: float, one: Particulars, other: Particulars) -> float:
    """How likely two articles are on one event, 0 to 1; an unknown day or outlet never separates.

    An outlet's reports of two days (weather, markets, matches) are two events, however alike their words are, unless
    the later one comes back to a day that the first one names.
    """
    days_between = None if one.day is None or other.day is None else abs(one.day - other.day)
    name_days = bool(one.days) and bool(other.days)
    is_same_outlet = bool(one.outlet) and one.outlet == other.outlet
    if one.days.isdisjoint(other.days):
        if is_same_outlet and (name_days if days_between is None else days_between > 0):
            return 0.0
        if days_between and name_days and _tells_of_later(one, other):
            cosine *= LATER
    if (one.day is None) != (other.day is None) and name_days and _distance(one, other) > MAXIMUM_SPAN_DAYS:
        cosine *= OTHER_TIME
    if is_same_outlet and cosine < COPY_THRESHOLD:
        if days_between and cosine >= FORM:
            return 0.0
        cosine *= SAME_OUTLET
    return cosine * exp(-(((days_between or 0) / EVENT_DAYS) ** 2))


def _distance(one: Particulars, other: Particulars) -> int:
    """The days between the nearest days that two reports name."""
    return min(abs(day - another) for day in one.days for another in other.days)


def _tells_of_later(one: Particulars, other: Particulars) -> bool:
    """Whether the later report names only days after the earlier one came out."""
    earlier, later = sorted((one, other), key=lambda report: report.day or 0)
    return min(later.days) > (earlier.day or 0)


def story_score(cosine: float, one_day: int | None, other_day: int | None) -> float:
    """How likely two articles are of one story: a cosine, weakened by the days between them; 0 to 1."""
    if one_day is None or other_day is None:
        return cosine
    return cosine * exp(-abs(one_day - other_day) / STORY_DECAY_DAYS)
