"""``python -m reader.worker LIBRARY``: started by the client, not by a person."""

import sys

from reader.worker.process import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
