"""Each format of one comparison, as it was looked at and kept; ``READER_GOLDEN=write`` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.export.formats import SUFFIXES, Format, exported
from tests.export.comparisons import DAY, TITLE, velden

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("form", list(Format))
def test_each_format_is_as_kept(form: Format) -> None:
    path = GOLDEN / f"velden{SUFFIXES[form]}"
    written = exported(form, *velden(), TITLE, DAY)
    if os.environ.get("READER_GOLDEN") == "write":
        path.write_bytes(written.encode())
    assert written.encode() == path.read_bytes()
