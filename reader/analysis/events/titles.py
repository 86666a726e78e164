"""What an event is called: the headline that says best what its sources share, or its main names and the day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from reader.analysis.events.terms import hash_word, is_content, words_of
from reader.analysis.events.weights import inverse_frequency

SHARED_WORDS = 120
"""The words of title and beginning in which the words of a headline are looked for (DESIGN, "Events")."""

SHORTEST = 4
LONGEST = 16
"""Headlines outside of these lengths in words say too little or too much for a list."""

MARKDOWN = 0.6
"""Factor for each reason to avoid a headline: enough to make a plain headline win that shares a little less."""

AS_GOOD = 0.05
"""Of headlines whose words are shared as much, but for this, the one that says more is taken. On BASIL's 100 events the
words of the chosen headline agree with the annotators' own names of the event by .548 (F1, the best headline of each
event .645); with .1 it is .536, with what is said alone .492."""

MAIN_NAMES = 2
READ_NAMES = 200
"""So many names make a title, out of the first so many that an article mentions."""

MAXIMUM_LETTERS = 200
"""Titles are capped where they are shown as well (DESIGN, "Hostile text")."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BLANKS = re.compile(r"\s+")
_LABEL = re.compile(
    r"(?:breaking|live|watch|video|exclusive|update|updated|just in|analysis|opinion)\s?[:|–—]\s", re.IGNORECASE
)
_OUTLET = re.compile(r"\s[|–—-]\s(?P<outlet>[^|–—]{2,40})$")
_ASKING = re.compile(
    r"(?:how|why|what|who|when|where|which|is|are|will|can|should|here's|explainer|explained)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Telling:
    """How one member of an event tells it.

    Attributes:
        headline: its stated title, None if it has none.
        beginning: title and first words of its story.
        outlet: the name of its outlet, or "".
        names: the names it mentions, as written, in order.
    """

    headline: str | None
    beginning: str
    outlet: str
    names: tuple[str, ...]


def tidy_headline(headline: str, outlet: str) -> str:
    """A headline in one line, without a label in front ("LIVE: …") and without the outlet's name at the end."""
    text = _BLANKS.sub(" ", headline[: MAXIMUM_LETTERS * 2]).strip()
    if label := _LABEL.match(text):
        text = text[label.end() :]
    tail = _OUTLET.search(text)
    if tail and outlet and _same_outlet(tail["outlet"], outlet):
        text = text[: tail.start()]
    return text[:MAXIMUM_LETTERS].strip()


def _same_outlet(one: str, other: str) -> bool:
    first, second = (name.casefold().strip().removeprefix("the ") for name in (one, other))
    return first == second


def choose_title(tellings: Sequence[Telling], day: str | None) -> str:
    """The title of an event of these members; "" if they state no headline and share no name.

    The order of the members does not matter.
    """
    if headline := _best_headline(tellings):
        return headline
    names = _main_names(tellings)
    if not names:
        return ""
    parts = [" and ".join(names)]
    if day:
        parts.append(_spoken(day))
    return ", ".join(parts)


def _best_headline(tellings: Sequence[Telling]) -> str | None:
    beginnings = [set(words_of(telling.beginning, SHARED_WORDS)) for telling in tellings]
    headlines = sorted(
        {tidy_headline(telling.headline, telling.outlet) for telling in tellings if telling.headline is not None} - {""}
    )
    if not headlines:
        return None
    return max(headlines, key=lambda headline: _sharedness(headline, beginnings))


def _sharedness(headline: str, beginnings: Sequence[set[str]]) -> tuple[int, float]:
    """The weighted share of a headline's words that members have, marked down for what makes a poor title; their sum.

    The share counts in steps.
    """
    everything = words_of(headline)
    words = sorted({word for word in everything if is_content(word)})
    if not words:
        return 0, 0.0
    weights = inverse_frequency(np.array([hash_word(word) for word in words], dtype=np.uint32))
    held = np.array([sum(word in beginning for beginning in beginnings) / len(beginnings) for word in words])
    total = float(weights.sum())
    shared = float(weights @ held)
    share = shared / total if total else 0.0
    reasons = (
        "?" in headline or _ASKING.match(headline) is not None,
        any(mark in headline for mark in '“”"‘') or headline.count("'") > 1 or "’ " in headline,
        len(everything) < SHORTEST,
        len(everything) > LONGEST,
    )
    return round(share * MARKDOWN ** sum(reasons) / AS_GOOD), round(shared, 9)


def _main_names(tellings: Sequence[Telling]) -> list[str]:
    """The two names that most members have, the oftener mentioned first; a shorter form counts for the fuller one."""
    members: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for telling in tellings:
        names = telling.names[:READ_NAMES]
        fuller = {name: _fullest(name, names) for name in set(names)}
        members.update(set(fuller.values()))
        mentions.update(fuller[name] for name in names)
    ranked = sorted(members, key=lambda name: (-members[name], -mentions[name], name))
    chosen: list[str] = []
    for name in ranked:
        if not any(_is_part(name, other) or _is_part(other, name) for other in chosen):
            chosen.append(name)
        if len(chosen) == MAIN_NAMES:
            break
    return chosen


def _fullest(name: str, names: Sequence[str]) -> str:
    return max((other for other in names if _is_part(name, other)), key=len, default=name)


def _is_part(short: str, full: str) -> bool:
    return f" {short} " in f" {full} "


def _spoken(day: str) -> str:
    try:
        at = date.fromisoformat(day[:10])
    except ValueError:
        return day
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"
