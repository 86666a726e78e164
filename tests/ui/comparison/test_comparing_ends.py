"""The words "comparing …" always go: with a comparison, or with a sentence that says why there is none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pytest

from reader.models.comparison import Comparison
from reader.models.library import Job, JobKind, JobState
from reader.ui.screens import comparison_loading
from reader.ui.screens.comparison import ComparisonScreen
from tests.ui.comparison.bridge import ComparedRecords, bridge
from tests.ui.screens import app_of, screen_text, settle


@dataclass
class Uncompared(ComparedRecords):
    """Records in which nothing is compared, and the order to do so stands as it is."""

    def comparison(self, event_id: int) -> Comparison | None:
        del event_id
        return None

    def stored_comparison(self, ids: Collection[int]) -> Comparison | None:
        del ids
        return None

    def request_comparison(self, ids: Collection[int]) -> int:
        del ids
        return 1


def uncompared(state: JobState | None, error: str | None = None) -> Uncompared:
    known = bridge()
    records = Uncompared(**{name: getattr(known, name) for name in known.__dataclass_fields__})
    if state is not None:
        records.order = Job(
            1, JobKind.COMPARE, state, (), (1, 2, 3), analyse=False, exactly=False, total=None, done=0, error=error
        )
    return records


@pytest.mark.parametrize(
    ("state", "error", "told"),
    [
        (JobState.FAILED, "These articles could not be compared: odd.", "could not be compared: odd"),
        (JobState.DONE, None, comparison_loading.NOT_YET),
        (JobState.QUEUED, None, comparison_loading.NOT_YET),
        (None, None, comparison_loading.NOT_YET),
    ],
)
async def test_comparing_ends(
    monkeypatch: pytest.MonkeyPatch, state: JobState | None, error: str | None, told: str
) -> None:
    monkeypatch.setattr(comparison_loading, "PATIENCE_SECONDS", 0.5)
    app = app_of(uncompared(state, error))
    said: list[str] = []
    monkeypatch.setattr(ComparisonScreen, "tell", lambda _, sentence: said.append(sentence))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("c")
        await pilot.pause(0.1)
        await settle(pilot)
        assert not isinstance(app.screen, ComparisonScreen)
        assert "comparing …" not in screen_text(app)
        assert len(said) == 1
        assert told in said[0]
