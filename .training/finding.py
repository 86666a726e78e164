"""What the network finds in sentences while it is in training."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch
from encoding import LABELS, encoded, windows
from fit import stacked
from network import Network
from records import Name, Sentence

from reader.analysis.naming.decoding import best_labels, spans_of
from reader.analysis.naming.pieces import Pieces


def found_names(network: Network, sentences: Sequence[Sentence], pieces: Pieces) -> list[list[Name]]:
    """The names that the network finds in each sentence, its neighbours around it."""
    offsets = [encoded(sentence, pieces)[1] for sentence in sentences]
    scores = [torch.zeros(len(one), len(LABELS)) for one in offsets]
    with torch.inference_mode():
        for one in windows(sentences, pieces, random.Random(0)):
            tokens, shapes, _, lengths = stacked([one])
            row = torch.log_softmax(network(tokens, shapes, lengths, len(network.layers)), -1)[0]
            for number, token, place in one.first:
                scores[number][token] = row[place]
    found = []
    for where, rows in zip(offsets, scores, strict=True):
        spans = spans_of(best_labels(rows.numpy())) if where else ()
        found.append([Name(where[first][0], where[last - 1][1], kind) for first, last, kind in spans])
    return found
