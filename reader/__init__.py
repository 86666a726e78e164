"""Reader: a terminal reader that shows one event from all its sources."""

__version__ = "0.1.0"
