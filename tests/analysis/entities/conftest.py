"""One loaded tagger for all tests of names."""

from __future__ import annotations

import pytest

from reader.analysis.naming.tagger import NameTagger


@pytest.fixture(scope="session")
def tagger() -> NameTagger:
    return NameTagger()
