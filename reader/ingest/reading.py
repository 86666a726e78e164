"""Bytes to the articles that they hold: the form is found, and foreign markup is parsed in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.foreign import parsing
from reader.foreign.deadline import deadline
from reader.ingest.forms.form import Entry, Form, Source
from reader.ingest.forms.packed import unpacked
from reader.ingest.forms.table import FORMS, form_of


@dataclass(frozen=True, slots=True)
class Found:
    """The articles of an input; ``raw`` is empty in an entry that is the whole input."""

    entries: tuple[Entry, ...]


def read_entries(raw: bytes, source: Source) -> tuple[Entry, ...]:
    """The articles of an input, as drafts.

    Raises:
        InputError: it holds none, or passes a limit of what parsing may cost; the end of a sentence about it.
    """
    raw = unpacked(raw)
    form = form_of(raw, source.origin)
    if not form.is_foreign:
        with deadline():
            return tuple(form.read(raw, source))
    found = parsing.run("form", raw, Found, form.name, source.origin, source.charset)
    return tuple(entry if entry.raw else replace(entry, raw=raw) for entry in found.entries)


def parse_form(raw: bytes, name: str, origin: str, charset: str) -> Found:
    """What the process for parsing runs: the articles of an input of the form of this name."""
    form: Form = next(form for form in FORMS if form.name == name)
    entries = form.read(raw, Source(origin, charset))
    return Found(tuple(replace(entry, raw=b"") if entry.raw is raw else entry for entry in entries))
