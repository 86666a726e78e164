"""One event from all its sources: the alignment composed with figures, quotes, names and dates. Pure.

The door is :func:`reader.analysis.comparison.compare.compare`.
"""
