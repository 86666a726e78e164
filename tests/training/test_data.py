"""The training's data: labels mended, passages composed and varied, everything seeded; torch is not needed."""

from __future__ import annotations

import gzip
import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from composing import composed
from encoding import LABELS, NOTHING, UNLABELLED, WINDOW, windows
from measure import counts, f1
from mending import mended, settled
from others import with_others
from records import Name, Sentence, parted, read_sentences
from varying import varied

from reader.analysis.naming.encoder import FOLDER
from reader.analysis.naming.pieces import Pieces

PIECES = Pieces((FOLDER / "pieces.txt").read_text(encoding="utf-8").split("\n")[:-1])


def sentence(marked: str, source: str = "news") -> Sentence:
    """A sentence with its names marked: ``[PERSON Olga Brandt]``."""
    text, names = "", []
    for number, piece in enumerate(marked.replace("]", "[").split("[")):
        kind, _, words = piece.partition(" ") if number % 2 else ("", "", piece)
        if kind:
            names.append(Name(len(text), len(text) + len(words), kind))
        text += words
    return Sentence(source, text, tuple(names))


def names_of(one: Sentence) -> list[str]:
    return [f"{name.kind} {one.words_of(name)}" for name in one.names]


def test_names_on_which_opinions_differ_are_doubtful(tmp_path: Path) -> None:
    row = {"source": "gmb", "text": "Orrin met Brandt.", "names": [[0, 5, "ORG"], [10, 16, "PERSON"]]}
    row["second"] = [[0, 5, "PLACE"], [10, 16, "PERSON"]]
    with gzip.open(tmp_path / "names.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    (one,) = read_sentences(tmp_path / "names.gz")
    assert names_of(one) == ["PERSON Brandt"]
    assert {name.kind for name in one.doubtful} == {"ORG", "PLACE"}
    assert names_of(settled(one, [Name(0, 5, "PLACE")])) == ["PLACE Orrin", "PERSON Brandt"]
    assert settled(one, [Name(0, 5, "PLACE")]).doubtful == ()


def test_labels_are_mended() -> None:
    places, country, small, people = mended(
        [
            sentence("He lives in [PLACE Orrin, Velmar]."),
            sentence("[ORG Kenya] won."),
            sentence("in [PLACE velmar] now"),
            sentence("A Kenyan band.", "uner_web"),
        ]
    )
    assert names_of(places) == ["PLACE Orrin", "PLACE Velmar"]
    assert (names_of(country), names_of(small)) == ([], [])
    assert [one.words_of(one.doubtful[0]) for one in (country, small, people)] == ["Kenya", "velmar", "Kenyan"]


def test_works_and_products_are_found_in_fuller_labels(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Brandt\tB-person\nwrote\tO\nRed\tB-book\nHarbour\tI-book\n.\tO\n", encoding="utf-8"
    )
    (one,) = with_others([sentence("[PERSON Brandt] wrote Red Harbour.")], [tmp_path / "a.txt"])
    assert names_of(one) == ["PERSON Brandt", "OTHER Red Harbour"]
    assert one.others_known


@pytest.mark.parametrize("seed", range(3))
def test_passages_and_variants_keep_their_names_in_place_and_are_the_same_for_a_seed(seed: int) -> None:
    passages = composed(1, random.Random(seed))
    assert passages == composed(1, random.Random(seed))
    assert not any(set("{}[]") & set(one.text) for one in passages)
    again = list(varied(passages, random.Random(seed)))
    assert again == list(varied(passages, random.Random(seed)))
    for one in (*passages, *again):
        names = sorted(one.names, key=lambda name: name.start)
        assert all(a.end <= b.start for a, b in pairwise(names))
        assert all(one.words_of(name).strip() == one.words_of(name) != "" for name in names)


def test_neighbours_are_held_out_together() -> None:
    training, held_out = parted([Sentence("a", str(number), ()) for number in range(480)])
    assert [one.text for one in held_out["a"]] == [str(number) for number in (*range(220, 240), *range(460, 480))]
    assert len(training) == 440


def test_windows_have_a_target_for_the_first_piece_of_each_word_only() -> None:
    one = sentence("[PERSON Oyun-Erdene] spoke in Velmar today.")
    (window,) = windows([one], PIECES, random.Random(0))
    targets = [target for target in window.targets if target != NOTHING]
    begun, inside = (1 << LABELS.index(f"{mark}-PERSON") for mark in "BI")
    assert targets[:3] == [begun, inside, inside]
    assert UNLABELLED in targets
    long = list(windows([sentence("Velmar is far. " * 200)], PIECES, random.Random(0)))
    assert all(len(window.pieces) == len(window.shapes) == len(window.targets) <= WINDOW for window in long)


def test_names_that_touch_a_doubtful_one_do_not_count() -> None:
    one = Sentence("a", "Orrin met Brandt.", (Name(10, 16, "PERSON"),), (Name(0, 5, "ORG"),))
    found = [Name(0, 5, "PLACE"), Name(10, 16, "PERSON")]
    assert counts([one], [found])["PLACE"] == (0, 0, 0)
    assert f1(*counts([one], [found])["PERSON"]) == 1
