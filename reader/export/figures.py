"""The figures of a comparison put into words for a report: agreement first, then what is in dispute, then the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.export.disputed import LIKELY, SURE, dispute_mark
from reader.export.report import Cited, ReportFigure
from reader.models.comparison import Comparison, FigureGroup, FigureRelation, FigureValue, Topic
from reader.sanitize import one_line

Cite = Callable[[Iterable[FigureValue]], tuple[Cited, ...]]

_DISPUTED = {SURE: "figures differ", LIKELY: "figures may differ"}
_WORDS = {
    FigureRelation.AGREE: ("=", "the same figure"),
    FigureRelation.COMPATIBLE: ("≈", "figures that fit each other"),
    FigureRelation.CONFLICT: ("≈", "figures side by side"),
    FigureRelation.SINGLE: ("◦", "not matched elsewhere"),
}
"""A disagreement is claimed only where a difference claims it; else the values stand side by side."""

_ORDER = [
    _WORDS[FigureRelation.AGREE],
    _WORDS[FigureRelation.COMPATIBLE],
    *_DISPUTED.items(),
    _WORDS[FigureRelation.CONFLICT],
    _WORDS[FigureRelation.SINGLE],
]


def report_figures(comparison: Comparison, cite: Cite) -> tuple[ReportFigure, ...]:
    """The figures, those in which sources agree first; values that cannot be cited are left out.

    Args:
        comparison: what was compared.
        cite: gives values with their sources and words, without those of missing articles.
    """
    figures = [
        ReportFigure(one_line(group.label), *_mark(group, comparison), values)
        for group in comparison.figures
        if (values := cite(group.values))
    ]
    return tuple(sorted(figures, key=lambda each: _ORDER.index((each.mark, each.meaning))))


def _mark(group: FigureGroup, comparison: Comparison) -> tuple[str, str]:
    if group.relation is FigureRelation.CONFLICT:
        mark = dispute_mark(Topic.FIGURE, group.values, comparison.differences)
        if mark:
            return mark, _DISPUTED[mark]
    return _WORDS[group.relation]
