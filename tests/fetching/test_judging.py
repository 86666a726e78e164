"""When a source is due, and what an answer means for it: no clock and no network is needed to say so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.fetching.judging import LONGEST_PAUSE, LONGEST_WAIT, PAUSE, is_due, judge, moment
from reader.fetching.records import Answer, Request
from reader.models.sources import Source, SourceKind, Validators

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
SOURCE = Source(1, "https://post.example/feed", SourceKind.FEED, "https://post.example/feed")
REQUEST = Request(SOURCE.address)


def answer(status: int, **more: object) -> Answer:
    return Answer(REQUEST, SOURCE.address, status=status, **more)  # type: ignore[arg-type]


def test_a_new_source_is_due_at_once_and_after_that_once_an_hour() -> None:
    assert is_due(SOURCE, NOW, asked=False)
    kept = judge(SOURCE, answer(304), NOW).source
    assert not is_due(kept, NOW + timedelta(minutes=59), asked=False)
    assert is_due(kept, NOW + timedelta(minutes=60), asked=False)
    assert is_due(kept, NOW, asked=True), "whoever asks is not kept waiting"


def test_a_body_is_to_be_read_and_brings_new_validators() -> None:
    verdict = judge(SOURCE, answer(200, validators=Validators('"2"')), NOW)
    assert verdict.has_body
    assert verdict.source.validators == Validators('"2"')
    assert verdict.source.fetched_at == moment(NOW)


def test_not_modified_keeps_what_the_server_gave_before() -> None:
    before = Source(1, "a", SourceKind.FEED, "a", validators=Validators('"1"', "Monday"), failures=3, error="slept")
    verdict = judge(before, answer(304), NOW)
    assert not verdict.has_body
    assert verdict.source.validators == Validators('"1"', "Monday")
    assert (verdict.source.failures, verdict.source.error) == (0, "")
    assert judge(before, answer(304, validators=Validators('"9"')), NOW).source.validators.etag == '"9"'


@pytest.mark.parametrize(("age", "pause"), [(60, PAUSE), (7200, timedelta(hours=2)), (10**8, LONGEST_PAUSE)])
def test_a_fresh_answer_is_not_asked_for_again_unasked(age: int, pause: timedelta) -> None:
    kept = judge(SOURCE, answer(200, max_age=age), NOW).source
    assert kept.next_at == moment(NOW + pause)


def test_gone_is_the_end() -> None:
    kept = judge(SOURCE, answer(410), NOW).source
    assert kept.ended
    assert not is_due(kept, NOW + timedelta(days=900), asked=True)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("written", ["7200", "Tue, 24 Nov 2026 12:00:00 GMT", "Tuesday, 24-Nov-26 12:00:00 GMT"])
def test_a_busy_server_says_when(status: int, written: str) -> None:
    kept = judge(SOURCE, answer(status, retry_after=written), NOW).source
    assert kept.wait_until == "2026-11-24T12:00:00"
    assert kept.error.endswith("wants no question before 2026-11-24 12:00 UTC")
    assert not is_due(kept, NOW + timedelta(hours=1, minutes=59), asked=True), "not even if somebody asks"
    assert is_due(kept, NOW + timedelta(hours=2), asked=True)
    assert judge(kept, answer(304), NOW).source.wait_until == ""


def test_a_wait_without_end_or_sense_is_none() -> None:
    assert judge(SOURCE, answer(503, retry_after="999999999"), NOW).source.wait_until == moment(NOW + LONGEST_WAIT)
    assert judge(SOURCE, answer(503, retry_after="soon"), NOW).source.wait_until == ""
    assert judge(SOURCE, answer(500, retry_after="7200"), NOW).source.wait_until == ""
    assert is_due(judge(SOURCE, answer(503, retry_after="Tue, 24 Nov 2020 12:00:00 GMT"), NOW).source, NOW, asked=True)


def test_pauses_grow_with_failures_up_to_a_day() -> None:
    source, pauses = SOURCE, []
    for _ in range(8):
        source = judge(source, answer(0, error="cannot be reached"), NOW).source
        pauses.append(datetime.fromisoformat(source.next_at + "+00:00") - NOW)
    assert [pause / PAUSE for pause in pauses] == [2, 4, 8, 16, 24, 24, 24, 24]
    assert (source.failures, source.error) == (8, "cannot be reached")


@given(st.integers(0, 599), st.text(max_size=40), st.integers(0, 2**40), st.integers(0, 10**6))
def test_every_answer_has_a_meaning(status: int, retry_after: str, max_age: int, failures: int) -> None:
    before = Source(1, "a", SourceKind.FEED, "a", failures=failures)
    verdict = judge(before, answer(status, retry_after=retry_after, max_age=max_age), NOW)
    kept = verdict.source
    assert (kept.failures == 0) == (status in {200, 304})
    assert bool(kept.error) == (status not in {200, 304})
    assert kept.ended == (status == 410)
    assert kept.wait_until <= moment(NOW + LONGEST_WAIT)
    if not kept.ended:
        assert moment(NOW + PAUSE) <= kept.next_at <= moment(NOW + LONGEST_WAIT)
