"""What leaves the sanitizer is harmless on any terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sanitize import one_line, sanitize

HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029\ufeff]")


@given(st.text(st.characters(codec=None) | st.sampled_from("\x1b[]\x9b\x07;m\u202e\r\n"), max_size=200))
def test_nothing_harmful_remains_and_a_second_pass_changes_nothing(text: str) -> None:
    clean = sanitize(text)
    assert not HARMFUL.search(clean)
    assert sanitize(clean) == clean
    clean.encode("utf-8")


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x9b31mred", "ared"),
        ("\x1b]0;title\x07x", "0;titlex"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("abc\u202edef", "abcdef"),
        ("tab\tstays, [/brackets] too", "tab\tstays, [/brackets] too"),
        ("é—“”…日本 👩‍👩‍👧", "é—“”…日本 👩‍👩‍👧"),
    ],
)
def test_examples(hostile: str, harmless: str) -> None:
    assert sanitize(hostile) == harmless


def test_one_line_is_one_line_and_short() -> None:
    assert one_line("  two\n lines ") == "two lines"
    assert len(one_line("x" * 5000)) == 200
    assert one_line("x" * 201).endswith("…")
