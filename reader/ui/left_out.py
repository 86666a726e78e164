"""What was not read, as the app counts it and its list shows it."""

from __future__ import annotations

import os

from reader.library import Library
from reader.models.listing import AddOutcome


def left_out(library: Library, job: int | None) -> tuple[AddOutcome, ...]:
    """What could not be read, then what was passed over: of this job, and of earlier ones as far as it is still there.

    It looks at the disk, so it is to be asked in the library's thread.
    """
    return tuple(each.outcome for each in library.left_out() if each.job == job or os.path.lexists(each.outcome.origin))
