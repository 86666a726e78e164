"""Training, from data to weights and scores: ``python .training --data FOLDER --pretrained FOLDER --out FOLDER``."""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from composing import composed
from encoding import LABELS
from export import save
from finding import found_names
from fit import Settings, fit
from measure import counts, table
from mending import mended, settled
from network import Network
from others import with_others
from records import BLOCK, Sentence, parted, read_sentences
from varying import varied

from reader.analysis.naming.pieces import Pieces
from reader.analysis.naming.tokens import SHAPES

LARGE, LARGE_EVERY = "gmb", 2
"""The source of which each pass sees only one block in so many."""

OWN = 14
"""Times that each of our own templates is filled in a pass."""

LAST = Settings(passes=1, rate=1e-4, new_rate=4e-4, averaged=0.985, seed=12)
"""The last pass: slower steps, so that our guideline has the last word and nothing is forgotten."""

LAST_EVERY = 4
"""One block in so many is seen again in the last pass."""


def main(arguments: list[str]) -> None:
    """Read the data, train, write the weights for Reader, and print the scores on the held-out parts."""
    parser = argparse.ArgumentParser(prog="training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a saved first.pt: only the last pass is made")
    parser.add_argument("--passes", type=int, default=Settings().passes)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    pieces = Pieces((options.pretrained / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1])
    files = sorted((options.data / "labels").iterdir())
    training, held_out = parted(mended(with_others(read_sentences(options.data / "names.jsonl.gz"), files)))
    note(f"{len(training)} sentences to train on, {sum(map(len, held_out.values()))} held out")
    network = Network(30_522, SHAPES, len(LABELS))
    network.load_pretrained(options.pretrained / "model.safetensors")
    settings = Settings(passes=options.passes)

    def sentences(number: int) -> list[Sentence]:
        """Those of a pass; after the first, doubtful names that the network finds too are certain."""
        chance = random.Random(settings.seed + number)
        some = sampled(training, number)
        certain = some if number == 0 else settled_by(network, some, pieces)
        return [*varied(certain, chance), *composed(OWN, chance)]

    def last_sentences(number: int) -> list[Sentence]:
        """Those of the last, short pass: a part of all, and our own passages many times."""
        chance = random.Random(LAST.seed + number)
        some = [one for at, one in enumerate(training) if at // BLOCK % LAST_EVERY == 0]
        return [*varied(settled_by(network, some, pieces), chance), *composed(OWN, chance)]

    if options.start is None:
        fit(network, sentences, pieces, settings, note)
        torch.save(network.state_dict(), options.out / "first.pt")
    else:
        network.load_state_dict(torch.load(options.start))
    fit(network, last_sentences, pieces, LAST, note)
    torch.save(network.state_dict(), options.out / "network.pt")
    save(network, options.out, options.pretrained / "vocab.txt")
    parts = {part: counts(some, found_names(network, some, pieces)) for part, some in held_out.items()}
    note(table(parts))


def sampled(sentences: Sequence[Sentence], number: int) -> list[Sentence]:
    """The sentences of a pass: of the large source one block in a few, for most of its names are a few countries."""
    drawn = (at // BLOCK % LARGE_EVERY == number % LARGE_EVERY for at in range(len(sentences)))
    return [one for one, is_drawn in zip(sentences, drawn, strict=True) if is_drawn or one.source != LARGE]


def settled_by(network: Network, sentences: Sequence[Sentence], pieces: Pieces) -> list[Sentence]:
    """The sentences with those of their doubtful names certain that the network finds."""
    network.eval()
    doubtful = [sentence for sentence in sentences if sentence.doubtful]
    certain = iter([settled(*pair) for pair in zip(doubtful, found_names(network, doubtful, pieces), strict=True)])
    network.train()
    return [next(certain) if sentence.doubtful else sentence for sentence in sentences]


def note(line: str) -> None:
    """Print a line of the log with its time."""
    print(time.strftime("%H:%M:%S"), line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
