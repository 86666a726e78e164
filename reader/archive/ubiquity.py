"""The terms that an archive is full of, counted in memory of a few thousand articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import numpy as np

from reader.analysis.events.terms import Hashes, Terms
from reader.analysis.events.weights import NONE, UBIQUITY, UBIQUITY_FROM, find_ubiquitous

COUNTED_TOGETHER = 5000
"""Articles whose terms are counted together, some 10 MB."""


def ubiquitous_terms(packed: Callable[[], Iterator[bytes]]) -> Hashes:
    """What ``find_ubiquitous`` gives of all articles.

    A term that more than a third of all has, more than a third of some thousand has; so only such terms are counted.

    Args:
        packed: gives the packed terms of every article, as often as it is asked.
    """
    likely = NONE
    for terms in _thousands(packed()):
        likely = np.union1d(likely, find_ubiquitous(terms))
    counts, articles = np.zeros(len(likely), np.int64), 0
    for terms in _thousands(packed()):
        articles += len(terms)
        for each in terms:
            counts += np.isin(likely, each.hashes)
    return likely[counts > articles * UBIQUITY].astype(np.uint32) if articles >= UBIQUITY_FROM else NONE


def _thousands(packed: Iterable[bytes]) -> Iterator[list[Terms]]:
    """The terms of some thousand articles at a time; none of these is so few that it has no common terms."""
    every = iter(packed)
    waiting = [Terms.from_bytes(one) for one in islice(every, COUNTED_TOGETHER)]
    while waiting:
        more = [Terms.from_bytes(one) for one in islice(every, COUNTED_TOGETHER)]
        if len(more) < UBIQUITY_FROM:
            yield waiting + more
            return
        yield waiting
        waiting = more
