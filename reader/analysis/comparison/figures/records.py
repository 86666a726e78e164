"""The record that this package is about: a figure with what its sentence and its article say of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.models.annotations import Figure


class Aspect(StrEnum):
    """Whether a figure gives a number, a part of one, or by how much one number differs from another."""

    WHOLE = "whole"
    PART = "part"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure in its sentence.

    Attributes:
        number: its statement.
        thing: what is counted, by canonical name, or "".
        attribute: of a measure, the noun before "of" that says what it is: "altitude", "ransom"; or "".
        governor: the verb that the figure depends on, by canonical name, or "".
        verbs: stems of the verbs of which the figure is who does it, or what it is done to, by the parse.
        whose: of an age, the last name of the person, in lower case, or "".
        doers: canonical last names of who does it by the parse; empty if nobody is named.
        people: last names, in lower case, of the people named in its sentence.
        fates: of people, what befalls them by the words of the clause.
        aspect: what it says of a number instead of giving it: a part ("nine of the dead"), or a margin ("ten more").
        qualified: where those are from whom it counts, as far as it counts no others.
        own: whether it is of its report's own hour or source: how long something has been going on, a survey's error.
        complement: of a noun with "of", canonical names of what follows: "extension of the tax cuts".
        expected: whether it was expected, hoped for or forecast rather than counted.
        former: whether it is said to have been so before: "800 before the crisis", "in 1997".
        numbered: which of several it is told of, as pairs of noun and number: ("round", "second").
        periods: the spans of time that its sentence names, by how long they are: "month", "quarter", "year".
        market: whether it is a price, or its change, in trading.
        headline: whether it stands in the title.
        total: whether its sentence adds up ("together, the two parties hold 87 seats").
        beside: canonical names of the content words of its clause, without those of figures.
        around: the same of its whole sentence.
        scene: the same of the sentence and the one before it.
        alone: whether its article gives no other value in its unit: then it is known which one is meant.
        leading: whether it is the first toll of its kind in its article, or repeats it.
        names: those of the words around that are names.
        dates: resolved ISO dates of its sentence.
        published: ISO day on which its article was published, or "".
    """

    number: int
    source: int
    figure: Figure
    thing: str
    attribute: str
    governor: str
    verbs: frozenset[str]
    whose: str
    doers: frozenset[str]
    people: frozenset[str]
    fates: frozenset[str]
    aspect: Aspect
    qualified: frozenset[str]
    own: bool
    complement: frozenset[str]
    expected: bool
    former: bool
    numbered: frozenset[tuple[str, str]]
    periods: frozenset[str]
    market: bool
    headline: bool
    total: bool
    beside: frozenset[str]
    around: frozenset[str]
    scene: frozenset[str]
    alone: bool
    leading: bool
    names: frozenset[str]
    dates: frozenset[str]
    published: str
