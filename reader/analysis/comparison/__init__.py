"""One event from all its sources: the alignment composed with figures, quotes, names and dates. Pure."""

from reader.analysis.comparison.compare import compare

__all__ = ["compare"]
