"""How Reader keeps the code that lies in the folder being read, or on ``PYTHONPATH``, from being run in its place.

Python looks for modules in the current folder first when it is started as ``python -m``, and in every folder of
``PYTHONPATH`` before its own library: a ``queue.py`` beside the articles would be imported. So nothing is imported here
that Python has not imported before it begins with us, not even ``__future__``.
"""

import os
import site
import sys


def python(module: str, *words: str) -> list[str]:
    """The command that runs a module of ours in a process that takes code from where Python is installed only."""
    user = () if site.ENABLE_USER_SITE else ("-s",)
    return [sys.executable, "-P", "-E", *user, "-X", "utf8", "-m", module, *words]


def forget_outside_code() -> None:
    """Look for modules neither in the current folder nor on ``PYTHONPATH`` from now on.

    The folder that Reader itself lies in is kept, after all others: in a checkout that may be the current one.
    """
    named = os.environ.get("PYTHONPATH")
    outside = {os.path.abspath(name) for name in ["", *(named.split(os.pathsep) if named else [])]}  # noqa: PTH100
    kept = [name for name in sys.path if os.path.abspath(name) not in outside]  # noqa: PTH100
    if len(kept) < len(sys.path):
        home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
        sys.path[:] = kept if home in kept else [*kept, home]
