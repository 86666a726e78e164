"""What claims state apart from their sentences: nouns and figures.

Of many claims few state different things ("12 dead", "some 50 km"), so that what hangs on that alone is asked once for
every two of these, not for every two claims.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.analysis.comparison.figures.records import Claim

Fits = Callable[[Claim, Claim], bool]
"""Says of two claims what hangs on their nouns and figures alone; symmetric."""


class Stated:
    """The things that some claims state, each by a number, and which of them fit.

    Attributes:
        of: for each claim, by index, the number of what it states.
        claims: for each number, the indices of the claims that state it, in order.
    """

    def __init__(self, claims: Sequence[Claim], fits: Fits) -> None:
        known: dict[object, int] = {}
        self.of = [known.setdefault(_stated(claim), len(known)) for claim in claims]
        self.claims: list[list[int]] = [[] for _ in known]
        for index, number in enumerate(self.of):
            self.claims[number].append(index)
        self._examples = [claims[indices[0]] for indices in self.claims]
        self._fits = fits
        self._fitting: dict[int, frozenset[int]] = {}

    def fitting(self, number: int) -> frozenset[int]:
        """The numbers of all that fits this one, perhaps itself."""
        if number not in self._fitting:
            own = self._examples[number]
            self._fitting[number] = frozenset(
                other for other, example in enumerate(self._examples) if self._fits(own, example)
            )
        return self._fitting[number]


def _stated(claim: Claim) -> object:
    """Noun and figure, without where they stand."""
    figure = claim.figure
    return (
        claim.thing,
        figure.kind,
        figure.value,
        figure.unit,
        figure.bound,
        figure.low,
        figure.high,
        figure.counts,
    )
