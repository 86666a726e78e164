"""``reader`` and ``python -m reader``."""

import sys

from reader.isolation import forget_outside_code

forget_outside_code()  # before anything else is imported

from reader.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
