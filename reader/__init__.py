"""Reader: a terminal reader that shows one event from all its sources."""

import os

__version__ = "0.1.0"

# Read when numpy is loaded: waiting threads of its library would double the CPU that our small products take.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
