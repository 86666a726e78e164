"""Sentences as weighed stems: sparse, since a sentence has twenty of the thousands that an event has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reader.analysis.alignment.statements import Statement

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Some sentences as dense rows, a column for each stem.

    Attributes:
        unit: TF-IDF, each row of length 1 but for stems that no other sentence has.
        rooted: the root of the IDF of each stem that the sentence has: a product is the weight of what two share.
        presence: 1 where the sentence has the stem.
        names: 1 where the stem is merely a name in it.
        totals: the weight of all stems of each sentence.
    """

    unit: NDArray[np.float64]
    rooted: NDArray[np.float64]
    presence: NDArray[np.float32]
    names: NDArray[np.float32]
    totals: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """The stems of n sentences that two or more of them have, one after another, and where each sentence's begin.

    Attributes:
        starts: n + 1 places: the stems of sentence k are those from ``starts[k]`` to ``starts[k + 1]``.
        columns: the column of each stem.
        unit: its share of a vector of length 1.
        names: whether it is merely a name.
        totals: the weight of all stems of each sentence, also of those that it alone has.
        roots: the root of each column's IDF.
        weights: IDF by stem.
    """

    starts: NDArray[np.intp]
    columns: NDArray[np.intp]
    unit: Floats
    names: NDArray[np.bool_]
    totals: Floats
    roots: Floats
    weights: Mapping[str, float]

    def block(self, first: int, last: int) -> Block:
        """The sentences from ``first`` to before ``last`` as dense rows."""
        starts = self.starts[first : last + 1]
        part = slice(starts[0], starts[-1])
        at = np.repeat(np.arange(len(starts) - 1), np.diff(starts)), self.columns[part]
        shape = len(starts) - 1, len(self.roots)
        return Block(
            unit=_dense(at, self.unit[part], shape),
            rooted=_dense(at, self.roots[at[1]], shape),
            presence=_counted(at, np.ones(len(at[0]), dtype=np.bool_), shape),
            names=_counted(at, self.names[part], shape),
            totals=self.totals[first:last],
        )

    def cosines(self, first: int, last: int) -> Floats:
        """The TF-IDF cosine of every two of the sentences from ``first`` to before ``last``."""
        starts = self.starts[first : last + 1]
        part = slice(starts[0], starts[-1])
        own, columns = np.unique(self.columns[part], return_inverse=True)
        dense = np.zeros((last - first, len(own)))
        dense[np.repeat(np.arange(last - first), np.diff(starts)), columns] = self.unit[part]
        cosines: Floats = dense @ dense.T
        return cosines

    def only(self, numbers: Sequence[int]) -> Vectors:
        """The vectors of these sentences."""
        if len(numbers) == len(self.totals):
            return self
        counts = np.diff(self.starts)
        kept = np.zeros(len(counts), dtype=np.bool_)
        kept[list(numbers)] = True
        each = np.repeat(kept, counts)
        return replace(
            self,
            starts=np.concatenate(([0], np.cumsum(counts[kept]))),
            columns=self.columns[each],
            unit=self.unit[each],
            names=self.names[each],
            totals=self.totals[kept],
        )


_At = tuple[NDArray[np.intp], NDArray[np.intp]]


def _dense(at: _At, values: Floats, shape: tuple[int, int]) -> Floats:
    dense = np.zeros(shape)
    dense[at] = values
    return dense


def _counted(at: _At, values: NDArray[np.bool_], shape: tuple[int, int]) -> NDArray[np.float32]:
    dense = np.zeros(shape, dtype=np.float32)
    dense[at] = values
    return dense


def vectors_of(statements: Sequence[Statement]) -> Vectors:
    """The vectors of all that are compared; a stem weighs the more the fewer of them have it."""
    counts = [Counter(word.stem for word in statement.words) for statement in statements]
    frequencies = Counter(stem for count in counts for stem in count)
    weights = {stem: _idf(frequency, len(counts)) for stem, frequency in frequencies.items()}
    columns = {stem: column for column, stem in enumerate(sorted(s for s, n in frequencies.items() if n > 1))}
    logarithms = {number: float(np.log(number)) for count in counts for number in set(count.values())}
    totals, rows = np.zeros(len(counts)), []
    for row, (statement, count) in enumerate(zip(statements, counts, strict=True)):
        stems = sorted(count)
        vector = np.array([(1 + logarithms[count[stem]]) * weights[stem] for stem in stems])
        length = np.sqrt(np.square(vector).sum()) or 1.0
        totals[row] = sum(weights[stem] for stem in stems)
        rows.append(
            [
                (columns[stem], value / length, stem in statement.names)
                for stem, value in zip(stems, vector.tolist(), strict=True)
                if stem in columns
            ]
        )
    flat = [each for row in rows for each in row]
    return Vectors(
        starts=np.cumsum([0, *map(len, rows)]),
        columns=np.array([column for column, _, _ in flat], dtype=np.intp),
        unit=np.array([value for _, value, _ in flat], dtype=np.float64),
        names=np.array([named for _, _, named in flat], dtype=np.bool_),
        totals=totals,
        roots=np.sqrt(np.array([weights[stem] for stem in columns])),
        weights=weights,
    )


def _idf(frequency: int, sentences: int) -> float:
    """Inverse document frequency of a stem, which is in so many of the sentences."""
    return float(np.log((1 + sentences) / (1 + frequency))) + 1
