"""Where the words end that say what a figure counts, as far as the parse tells."""

from __future__ import annotations

from collections.abc import Iterable

from reader.models.annotations import Clause, Figure, Tense


def counts_end(figure: Figure, clauses: Iterable[Clause]) -> int:
    """The end of what a figure counts, before any verb in it: the headline "44-year-old baker beat mayor"."""
    verbs = (
        clause.start
        for clause in clauses
        if figure.counts_start < clause.start < figure.counts_end and clause.tense is not Tense.NONE
    )
    return min(verbs, default=figure.counts_end)
