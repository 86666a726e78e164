"""Parsers of foreign markup, run in a child process under a deadline and a memory cap. The door is ``parsing.run``."""
