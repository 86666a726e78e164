"""``reader`` and ``python -m reader``."""

import sys

from reader.isolation import forget_outside_code

forget_outside_code()  # before anything else is imported


def main() -> int:
    """Show the first page of the list at once where a list is wanted; then load the program, and run it."""
    from reader.first_paint import paint_first  # noqa: PLC0415 (after the places to load from are set)

    paint_first(sys.argv[1:])
    from reader.cli import main as run  # noqa: PLC0415 (loading takes four times as long as the first page)

    return run()


if __name__ == "__main__":
    sys.exit(main())
