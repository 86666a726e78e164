"""The command line: words in; data on stdout, messages on stderr and an exit code out."""

from reader.cli.root import main

__all__ = ["main"]
