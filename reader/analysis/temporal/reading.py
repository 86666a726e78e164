"""What reading an expression gives: its ISO value, and whether the words alone say it; used by all readers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: its ISO value ("" if it can't be resolved), and whether the words alone say it."""

    value: str
    stated: bool


Reader = Callable[[re.Match[str], str, date | None], Reading | None]

UNRESOLVED: Final = Reading("", stated=False)
