"""The fitting of the network: seeded, on two cores."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from encoding import LABELS, OUTSIDE, Window, windows
from network import Network
from records import Sentence
from torch import Tensor

from reader.analysis.naming.pieces import Pieces

UNSURE = 0.1
"""What a label counts that a word may have for all its source says."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the network is fitted."""

    passes: int = 2
    batch: int = 1_100
    """Pieces of a step, about."""
    rate: float = 3e-4
    new_rate: float = 2.4e-3
    """Of the parts that were not pretrained."""
    frozen: int = 2
    """Layers that are left as they are."""
    smoothing: float = 0.02
    averaged: float = 0.996
    """Share of the averaged weights that each step keeps."""
    seed: int = 11


def fit(
    network: Network,
    sentences: Callable[[int], Sequence[Sentence]],
    pieces: Pieces,
    settings: Settings,
    note: Callable[[str], None],
) -> None:
    """Fit the network; ``sentences`` gives those of a pass by its number. The averaged weights are left in it."""
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    steps_per_pass = _steps(sentences(0), pieces, settings)
    total = steps_per_pass * settings.passes
    new = [p for name, p in network.named_parameters() if name.startswith(("shapes", "head"))]
    old = [p for layer in network.layers[settings.frozen :] for p in layer.parameters()]
    groups = [{"params": old, "lr": settings.rate}, {"params": new, "lr": settings.new_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, total // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.0, 1 - step / total)
    )
    average = [p.detach().clone() for p in (*old, *new)]
    began, step, losses = time.monotonic(), 0, 0.0
    network.train()
    for number in range(settings.passes):
        for batch in _batches(list(windows(sentences(number), pieces, chance)), settings, chance):
            tokens, shapes, targets, lengths = stacked(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(tokens, shapes, lengths, settings.frozen)
            loss = set_loss(scores.float(), targets, settings.smoothing)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*old, *new], 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            kept = min(settings.averaged, (1 + step) / (10 + step))
            with torch.no_grad():
                for mean, parameter in zip(average, (*old, *new), strict=True):
                    mean.lerp_(parameter, 1 - kept)
            losses += loss.item()
            if step % 50 == 0:
                note(f"step {step} of {total}, loss {losses / 50:.4f}, {time.monotonic() - began:.0f} s")
                losses = 0.0
        note(f"pass {number + 1} done")
    with torch.no_grad():
        for mean, parameter in zip(average, (*old, *new), strict=True):
            parameter.copy_(mean)
    network.eval()


def set_loss(scores: Tensor, targets: Tensor, smoothing: float) -> Tensor:
    """Cross-entropy against sets of labels; targets without a label do not count.

    Of a set the outside counts in full and other labels by ``UNSURE``: a word outside of labelled names is seldom a
    name of an unlabelled kind, but where the network is sure of one it is left alone.
    """
    learnt = targets.flatten() > 0
    logs = torch.log_softmax(scores.flatten(0, 1)[learnt], -1)
    bits = 1 << torch.arange(len(LABELS))
    inside = (targets.flatten()[learnt][:, None] & bits) > 0
    unsure = (inside.sum(-1, keepdim=True) > 1) & (bits != OUTSIDE)
    wanted = torch.logsumexp((logs + unsure * math.log(UNSURE)).masked_fill(~inside, -1e9), -1)
    return -((1 - smoothing) * wanted + smoothing * logs.mean(-1)).mean()


def _steps(sentences: Sequence[Sentence], pieces: Pieces, settings: Settings) -> int:
    chance = random.Random(settings.seed)
    return sum(1 for _ in _batches(list(windows(sentences, pieces, chance)), settings, chance))


def _batches(all_windows: list[Window], settings: Settings, chance: random.Random) -> Iterator[list[Window]]:
    """Windows of about the same length together, in random order."""
    all_windows = sorted(all_windows, key=lambda window: len(window.pieces) + 8 * chance.random())
    batches: list[list[Window]] = []
    size = settings.batch
    for window in all_windows:
        if size + len(window.pieces) > settings.batch:
            batches.append([])
            size = 0
        batches[-1].append(window)
        size += len(window.pieces)
    chance.shuffle(batches)
    return iter(batches)


def stacked(batch: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, shapes, targets and lengths of some windows, filled up to the longest."""
    length = max(len(window.pieces) for window in batch)
    pieces = torch.zeros(len(batch), length, dtype=torch.long)
    shapes = torch.zeros(len(batch), length, dtype=torch.long)
    targets = torch.zeros(len(batch), length, dtype=torch.long)
    for row, window in enumerate(batch):
        size = len(window.pieces)
        pieces[row, :size] = torch.tensor(window.pieces)
        shapes[row, :size] = torch.tensor(window.shapes)
        targets[row, :size] = torch.tensor(window.targets)
    return pieces, shapes, targets, torch.tensor([len(window.pieces) for window in batch])
