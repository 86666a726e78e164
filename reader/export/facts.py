"""The facts of a comparison put into words for a report: what happened, and who, when and where by each source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reader.export.days import MONTHS
from reader.export.disputed import LIKELY, SURE, dispute_mark
from reader.export.report import Cited, ReportFact, ReportValue
from reader.models.comparison import (
    Aspect,
    Comparison,
    Difference,
    Fact,
    FactRelation,
    FactValue,
    Passage,
)
from reader.models.signs import MEANINGS
from reader.sanitize import one_line

Cite = Callable[[Iterable[Passage]], tuple[Cited, ...]]

_WORDS = {
    FactRelation.AGREE: ("=", "the same"),
    FactRelation.COMPATIBLE: ("≈", "fit each other"),
    FactRelation.BESIDE: ("≈", "side by side"),
    FactRelation.CONFLICT: ("≈", "side by side"),
    FactRelation.SINGLE: ("◦", "not matched elsewhere"),
}
"""A disagreement is claimed only where a difference claims it; else the values stand side by side."""

_ORDER = {"=": 0, "≈": 0, SURE: 1, LIKELY: 2, "◦": 3}
"""The facts of one happening stay together unless one of them is in dispute."""


def report_facts(comparison: Comparison, cite: Cite) -> tuple[ReportFact, ...]:
    """The facts: those that several sources give, then what is in dispute, then what one source gives.

    Values that cannot be cited are left out.

    Args:
        comparison: what was compared.
        cite: gives passages with their sources and words, without those of missing articles.
    """
    facts = [
        ReportFact(
            one_line(fact.label), fact.aspect.value, fact.relation.value, *_mark(fact, comparison.differences), values
        )
        for fact in comparison.facts
        if (values := tuple(_values(fact, cite)))
    ]
    return tuple(sorted(facts, key=lambda fact: _ORDER[fact.mark]))


def _values(fact: Fact, cite: Cite) -> Iterator[ReportValue]:
    for value in fact.values:
        for cited in cite([Passage(value.article, value.start, value.end)]):
            yield ReportValue(cited, value_in_words(fact.aspect, value))


def _mark(fact: Fact, differences: Iterable[Difference]) -> tuple[str, str]:
    mark = dispute_mark(fact.topic, fact.values, differences)
    return (mark, MEANINGS[mark]) if mark else _WORDS[fact.relation]


def value_in_words(aspect: Aspect, value: FactValue) -> str:
    """What a value comes to: a date as a person writes it, with a tilde if it was resolved, or a name."""
    if aspect is not Aspect.WHEN:
        return one_line(value.value)
    days = [_day(part.partition("T")[0]) for part in value.value.split("/")]
    return f"{'' if value.stated else '~'}{' – '.join(days)}"


def _day(value: str) -> str:
    """An ISO date of any precision: "19 Apr 2023", "Apr 2023", "2023"; what is none stays as it is."""
    year, *rest = value.split("-")
    if not rest or not all(part.isdecimal() for part in rest) or not 1 <= int(rest[0]) <= len(MONTHS):
        return one_line(value)
    return " ".join([*(str(int(day)) for day in rest[1:]), MONTHS[int(rest[0]) - 1], year])
