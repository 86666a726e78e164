"""A tiny training from end to end, with torch: ``python -m pytest .training``. What it writes is what Reader runs."""

from __future__ import annotations

from pathlib import Path

import torch
from encoding import LABELS
from export import save
from finding import found_names
from fit import Settings, fit
from network import Network
from records import KINDS, Name, Sentence

from reader.analysis.naming.encoder import FOLDER
from reader.analysis.naming.pieces import Pieces
from reader.analysis.naming.tagger import NameTagger
from reader.analysis.naming.tokens import SHAPES

SENTENCES = [
    Sentence("own", "Olga Brandt lives in Velmar.", (Name(0, 11, "PERSON"), Name(21, 27, "PLACE")), others_known=True),
    Sentence(
        "own", "Lindqvist Motors sued Omar Haddad.", (Name(0, 16, "ORG"), Name(22, 33, "PERSON")), others_known=True
    ),
]


def test_a_tiny_training_learns_its_sentences_and_reader_finds_the_same(tmp_path: Path) -> None:
    torch.manual_seed(1)
    vocabulary = FOLDER / "pieces.txt"
    lines = vocabulary.read_text(encoding="utf-8").split("\n")[:-1]
    network = Network(len(lines), SHAPES, len(LABELS), layers=3)
    log: list[str] = []
    settings = Settings(passes=60, frozen=0, averaged=0.5)
    fit(network, lambda _: SENTENCES * 4, Pieces(lines), settings, log.append)
    found = found_names(network, SENTENCES, Pieces(lines))
    assert [tuple(names) for names in found] == [sentence.names for sentence in SENTENCES]
    save(network, tmp_path, vocabulary)
    spans = NameTagger(tmp_path).tag([sentence.text for sentence in SENTENCES])
    assert [tuple(Name(*span) for span in one) for one in spans] == [sentence.names for sentence in SENTENCES]
    assert {name.kind for names in found for name in names} <= set(KINDS)
