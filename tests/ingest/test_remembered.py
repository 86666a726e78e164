"""What makes labelling faster must not change what it finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ingest import repeats
from reader.ingest.remembering import SHORT, remembered


@given(st.text() | st.text(alphabet="ab_9 -’“”—…é\u00a0\x1c\n'"))
def test_the_quick_way_finds_the_same_words(text: str) -> None:
    assert repeats._words(text) == repeats._WORD.findall(text)


def test_a_rule_is_asked_once_about_a_short_text() -> None:
    asked: list[str] = []

    @remembered
    def is_long(text: str) -> bool:
        asked.append(text)
        return len(text) > 3

    assert [is_long("By Ann Lee"), is_long("By Ann Lee"), is_long("By")] == [True, True, False]
    assert asked == ["By Ann Lee", "By"]
    assert is_long("x" * SHORT * 2)
    assert is_long("x" * SHORT * 2)
    assert len(asked) == 4
