"""How many words each two of many sets have in common, so that only pairs that share enough are looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

import numpy as np

from reader.analysis.alignment.similarity import Counts, Matrix


class Overlaps:
    """Sets of words as an index; what it is asked for costs one product of matrices."""

    def __init__(self, sets: Sequence[AbstractSet[str]]) -> None:
        frequencies = Counter(chain.from_iterable(sets))
        columns = {word: at for at, word in enumerate(word for word, count in frequencies.items() if count > 1)}
        self._sizes = np.array([len(each) for each in sets], dtype=np.float64)
        self._presence = np.zeros((len(sets), len(columns)), dtype=np.float32)
        for row, each in enumerate(sets):
            self._presence[row, [columns[word] for word in each if word in columns]] = 1

    def shared(self, rows: slice, columns: slice) -> Counts:
        """The number of words that the sets of ``rows`` share with those of ``columns``."""
        shared: Counts = self._presence[rows] @ self._presence[columns].T
        return shared

    def smaller(self, rows: slice, columns: slice) -> Matrix:
        """The number of words of the smaller one of each two of these sets."""
        smaller: Matrix = np.minimum(self._sizes[rows, None], self._sizes[None, columns])
        return smaller
