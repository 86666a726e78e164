"""A front end that marks every article read and starred, and says each id once both are stored."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from reader.library import Library

if __name__ == "__main__":
    with closing(Library.open(Path(sys.argv[1]))) as library:
        for place in library.outline(grouped=False, limit=100_000):
            for article in place.articles:
                library.set_read([article], by_hand=True)
                library.set_starred([article])
                sys.stdout.write(f"{article}\n")
                sys.stdout.flush()
