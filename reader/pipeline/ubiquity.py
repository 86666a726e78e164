"""Part of the grouping: the terms that a library is full of, counted whenever it has doubled."""

from __future__ import annotations

from typing import Final

import numpy as np

from reader.analysis.events.terms import Hashes, Terms
from reader.analysis.events.weights import UBIQUITY_FROM, find_ubiquitous
from reader.store.grouping import GroupingTables

GROWTH: Final = 2


def ubiquitous_terms(tables: GroupingTables) -> Hashes:
    """The terms that weigh nothing in a library."""
    return np.frombuffer(tables.ubiquity()[1], "<u4").astype(np.uint32, copy=False)


def count_anew(tables: GroupingTables, newest: int) -> bool:
    """Count them, if the library has doubled since; whether they are others than before.

    ``newest`` is the highest id of its articles: there are no more than that, and the count is not worth a look before.
    """
    before, packed = tables.ubiquity()
    if newest < max(UBIQUITY_FROM, GROWTH * before):
        return False
    every = [Terms.from_bytes(terms) for terms in tables.every_terms()]
    if len(every) < max(UBIQUITY_FROM, GROWTH * before):
        return False
    found = find_ubiquitous(every).astype("<u4").tobytes()
    tables.put_ubiquity(len(every), found)
    return found != packed
