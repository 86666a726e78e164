"""Words under which different reports count the same thing: a small table of very common news words."""

from __future__ import annotations

from reader.analysis.alignment.stemming import stem

_SAME = (
    "oil petroleum crude",
    "soldier troop serviceman",
    "job post position",
    "worker employee staffer",
    "company firm business corporation",
    "house home",
    "car vehicle",
    "plane aircraft jet aeroplane airplane",
    "border frontier",
    "spectator fan supporter attendee",
    "ballot vote",
    "child kid youngster pupil schoolchild",
    "protester demonstrator marcher rallier",
    "policeman officer",
    "death fatality casualty killed dead die",
    "injured hurt wounded injury injure wound",
    "arrest detain detained",
    "cost price",
    "seat mandate",
    "flat apartment",
    "lawmaker legislator parliamentarian",
    "ship vessel",
    "quake earthquake tremor",
    "jail prison imprison",
    "bribe bribery",
    "buy purchase acquire takeover acquisition",
    "deal agreement",
    "import imported",
    "board aboard onboard",
    "annual yearly",
    "employ work",
    "hospital hospitalised hospitalized",
    "destroy destruction collapse flatten raze wreck demolish",
    "worth value insure",
)

_CANONICAL = {
    stemmed: group.split()[0] for group in _SAME for word in group.split() for stemmed in (stem(word), stem(stem(word)))
} | {
    "kill": "death",
    "person": "person",
}

GENERAL = frozenset(
    {
        "person",
        "other",
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "time",
        "point",
        "degree",
    }
)
"""Nouns that say so little about what is counted that the words around must say it: people can be killed or hurt."""


def thing_named(noun: str) -> str:
    """A name for what a noun or stem stands for, the same for "oil" and "petroleum"."""
    stemmed = stem(noun)
    return _CANONICAL.get(stemmed, stemmed)


FATES = frozenset(
    map(thing_named, ("killed", "injured", "missing", "arrested", "evacuated", "displaced", "rescued", "hospital"))
)
"""What befalls people: the thing counted where "people" or nothing is ("killing 15", "about 200 were hurt")."""

HURT = frozenset(map(thing_named, ("injured", "hospital")))
"""Fates of those who live."""

PASSING = frozenset({thing_named("missing")})
"""What is another number an hour later."""

UNITS = frozenset(map(thing_named, ("point", "percentage", "degree", "share")))
"""Nouns that measure rather than name what is counted: turnout and a lead are both counted in points."""


AGE = thing_named("age")
"""What a number of years in a person's description counts."""

DEPTH = thing_named("depth")
"""Of lengths, what a report gives one of: of the quake, of the wreck."""

ABOARD = thing_named("aboard")
"""Beside a number of people: those of the one ship or aircraft that the reports are about."""

TAKEN = frozenset(map(thing_named, ("taken", "rescued", "picked", "pulled", "brought")))
"""Words by which people came aboard another ship than the one that the reports are about."""

GROUPS = frozenset(
    map(thing_named, ("family", "group", "team", "crew", "gang", "party", "panel", "squad", "delegation"))
)
"""What a number after "of" says the size of: "a family of five"."""

FINISH = "finish"
"""What a rank in a race or a match is of: "finished third"."""
