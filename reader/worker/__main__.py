"""``python -m reader.worker LIBRARY``: started by the client, not by a person."""

import os
import sys

# Read when numpy is loaded: waiting threads of its library would double the CPU that its small products take.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from reader.worker.process import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
