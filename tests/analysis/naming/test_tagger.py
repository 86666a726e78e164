"""What the tagger of names promises: spans inside lines, the same alone and in any batch, for texts of any size."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from reader.analysis.naming.decoding import KINDS, LABELS, best_labels, spans_of
from reader.analysis.naming.encoder import FOLDER
from reader.analysis.naming.pieces import Pieces
from reader.analysis.naming.tagger import NameTagger
from reader.analysis.naming.tokens import tokens_in
from reader.analysis.naming.windows import LENGTH, windows_of
from reader.errors import WorkerError
from reader.models.annotations import Kind

TAGGER = NameTagger()
PIECES = Pieces((FOLDER / "pieces.txt").read_text(encoding="utf-8").split("\n")[:-1])

WORDS = st.sampled_from(
    [
        "Olga",
        "Brandt",
        "Velmar",
        "the",
        "mayor",
        "of",
        "said",
        "U.S.",
        "L.Oyun-Erdene",
        "'s",
        ",",
        ".",
        "12",
        "\u00e9",
        "\n",
    ]
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)
ANY_TEXT = st.text(max_size=200)


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_a_text_has_the_same_spans_alone_and_in_any_batch(texts: list[str]) -> None:
    alone = [next(iter(TAGGER.tag([text]))) for text in texts]
    assert list(TAGGER.tag(texts)) == alone
    assert list(TAGGER.tag(texts[::-1])) == alone[::-1]


@settings(max_examples=40, deadline=None)
@given(ANY_TEXT | TEXTS)
def test_spans_are_in_order_apart_and_inside_lines(text: str) -> None:
    (spans,) = TAGGER.tag([text])
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert not any("\n" in text[span.start : span.end] for span in spans)
    assert all(any(c.isupper() or c.isdigit() for c in text[span.start : span.end]) for span in spans)


def test_names_are_found_at_their_offsets_in_texts_of_any_length() -> None:
    long = "Angela Merkel visited Paris. " + "It rained all day there. " * 200 + "Then Emmanuel Macron visited Berlin."
    first, empty, last = TAGGER.tag([long, "", "Emmanuel Macron lives in Paris."])
    assert [(long[s.start : s.end], s.kind) for s in first] == [
        ("Angela Merkel", Kind.PERSON),
        ("Paris", Kind.PLACE),
        ("Emmanuel Macron", Kind.PERSON),
        ("Berlin", Kind.PLACE),
    ]
    assert empty == ()
    assert [s.kind for s in last] == [Kind.PERSON, Kind.PLACE]


def test_a_megabyte_of_marks_costs_nothing() -> None:
    began = time.process_time()
    assert list(TAGGER.tag(['"' * 1_000_000])) == [()]
    assert time.process_time() - began < 2


@given(ANY_TEXT | TEXTS.map(lambda text: text * 5))
def test_windows_hold_every_token_once_and_are_never_too_long(text: str) -> None:
    lines = [(0, len(text))]
    windows = list(windows_of(text, lines, PIECES))
    tokens = [token for window in windows for section in window.sections for token, _ in section]
    assert tokens == list(tokens_in(text, 0, len(text)))
    assert all(len(window.pieces) == len(window.shapes) <= LENGTH for window in windows)
    assert "".join(text[token.start : token.end] for token in tokens) == "".join(text.split())


def test_a_long_line_is_cut_where_a_sentence_ends() -> None:
    text = "The mayor of the town opened a bridge. " * 40
    windows = list(windows_of(text, [(0, len(text))], PIECES))
    assert len(windows) > 2
    assert all(text[window.sections[-1][-1][0].start] == "." for window in windows)


@pytest.mark.parametrize(
    ("token", "pieces"),
    [
        ("Paris", ["paris"]),
        ("\u00c9lys\u00e9e", ["el", "##ys", "##ee"]),
        ("\u4e2d\u56fd\U0001f600", ["[UNK]"]),
        ("a" * 99, ["[UNK]"]),
    ],
)
def test_tokens_are_made_of_the_longest_pieces_of_the_vocabulary(token: str, pieces: list[str]) -> None:
    lines = ["[UNK]", "[CLS]", "[SEP]", "paris", "par", "el", "elys", "##is", "##ys", "##ee", "##e"]
    lines.remove("elys")
    assert [lines[number] for number in Pieces(lines).of(token)] == pieces


def test_shapes_tell_case_digits_marks_and_blanks() -> None:
    text = "He O'Neill USA iPhone McDonald 1999 12 al-Sisi's U.S."
    shapes = {text[t.start : t.end] + ("+" if t.shape % 2 else ""): t.shape // 2 for t in tokens_in(text, 0, len(text))}
    assert shapes["He"] == shapes["Neill+"] == 3
    assert (shapes["USA"], shapes["iPhone"], shapes["McDonald"], shapes["al"], shapes["U"]) == (2, 5, 4, 0, 1)
    assert (shapes["1999"], shapes["12"], shapes["'+"], shapes["-+"], shapes[".+"]) == (6, 7, 8, 9, 10)


@given(
    st.integers(1, 12).flatmap(
        lambda n: st.lists(
            st.lists(st.floats(-20, 0, width=32), min_size=LABELS, max_size=LABELS), min_size=n, max_size=n
        )
    )
)
def test_no_name_goes_on_that_has_not_begun(rows: list[list[float]]) -> None:
    scores: NDArray[np.float32] = np.array(rows, dtype=np.float32)
    labels = best_labels(scores)
    for before, label in zip([0, *labels], labels, strict=False):
        assert label == 0 or label % 2 == 1 or before in {label, label - 1}
    spans = list(spans_of(labels))
    assert sum(last - first for first, last, _ in spans) == sum(label > 0 for label in labels)
    assert all(kind in KINDS for _, _, kind in spans)


def test_a_model_that_is_missing_is_one_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "pieces.txt").write_bytes((FOLDER / "pieces.txt").read_bytes())
    with pytest.raises(WorkerError, match="cannot be loaded"):
        list(NameTagger(tmp_path).tag(["Olga Brandt"]))
