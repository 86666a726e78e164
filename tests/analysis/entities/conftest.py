"""One loaded tagger for all tests of names."""

from __future__ import annotations

import pytest

from reader.analysis.tagger import SpacyTagger


@pytest.fixture(scope="session")
def tagger() -> SpacyTagger:
    return SpacyTagger()
