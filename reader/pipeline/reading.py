"""Bytes to the articles that they hold: the form is found, foreign markup is parsed apart, each draft is labelled."""

from __future__ import annotations

from collections.abc import Sequence

from reader.ingest.forms.form import Entry, Source
from reader.ingest.forms.table import form_of, read_form


def read_entries(raw: bytes, source: Source) -> Sequence[Entry]:
    """The articles of an input, as drafts.

    Raises:
        InputError: it holds none, or passes a limit of the process that parses it; the end of a sentence about it.
    """
    form = form_of(raw, source.origin)
    return read_form(raw, form.name, source.origin, source.charset)
