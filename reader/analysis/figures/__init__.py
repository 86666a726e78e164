"""Figures of an article: what number, of what unit, how hedged, and what it counts."""

from reader.analysis.figures.extract import extract_figures, figure_mentions

__all__ = ["extract_figures", "figure_mentions"]
