"""Articles that an older version grouped, or whose event waits to be found anew, are grouped before any others."""

from __future__ import annotations

from typing import Final

from reader.pipeline.grouping import group
from reader.pipeline.neighbours import store_terms
from reader.store.grouping import GroupingTables
from reader.store.store import Store

READ_AT_ONCE: Final = 100
"""Articles that are read in one step: a tenth of a second."""


class Regrouping:
    """What is left to be grouped anew in one library. Events stay as they are until all of it has been read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tables = GroupingTables(store.database)
        self._may_miss_some = True

    def step(self) -> bool:
        """Do the next piece of it; False if there is none."""
        if self._may_miss_some:
            missing = self._tables.without_terms(READ_AT_ONCE)
            store_terms(self._store, self._tables, missing)
            self._may_miss_some = bool(missing)
            return True
        return bool(self._tables.unlinked() and group(self._store, ()))
