"""The encoder in torch: BERT's layers with an embedding of the tokens' shapes, and one head for names."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, INNER, PLACES = 384, 12, 1536, 512
SHAPED_BEFORE = 2
"""The layer (from 0) before which the shapes are added; they are added again before the head."""


class Layer(nn.Module):
    """One layer of the encoder, its norms after each half, as BERT has them."""

    def __init__(self) -> None:
        super().__init__()
        self.inwards = nn.Linear(WIDTH, 3 * WIDTH)
        self.outwards = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, drop: float) -> Tensor:
        """The states after the layer; ``mask`` is false where a row is only filled up."""
        batch, length, _ = x.shape
        query, key, value = self.inwards(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, mask, dropout_p=drop)
        seen = self.outwards(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm(x + functional.dropout(seen, drop))
        inner = self.narrow(functional.gelu(self.wide(x)))
        return self.last_norm(x + functional.dropout(inner, drop))


class Network(nn.Module):
    """Pieces and shapes in, a score for each label out."""

    def __init__(self, words: int, shapes: int, labels: int, layers: int = 6) -> None:
        super().__init__()
        self.words = nn.Embedding(words, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.shapes_inside = nn.Embedding(shapes, WIDTH)
        self.shapes_last = nn.Embedding(shapes, WIDTH)
        self.head = nn.Linear(WIDTH, labels)
        for new in (self.shapes_inside.weight, self.shapes_last.weight):
            nn.init.normal_(new, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor, lengths: Tensor, frozen: int) -> Tensor:
        """Scores ``[batch, length, labels]``; the first ``frozen`` layers are run without gradients."""
        length = pieces.shape[1]
        mask = (torch.arange(length)[None] < lengths[:, None])[:, None, None]
        drop = 0.1 if self.training else 0.0
        with torch.no_grad():
            x = self.norm(self.words(pieces) + self.places.weight[:length])
        for number, layer in enumerate(self.layers):
            if number == SHAPED_BEFORE:
                x = x + self.shapes_inside(shapes)
            is_fitted = number >= frozen
            with torch.set_grad_enabled(is_fitted and torch.is_grad_enabled()):
                x = layer(x, mask, drop if is_fitted else 0.0)
        return self.head(functional.dropout(x + self.shapes_last(shapes), drop))

    def load_pretrained(self, path: Path) -> None:
        """Take the weights of a BERT in the safetensors format; BERT's one kind of segment goes into the places."""
        found = read_safetensors(path)
        with torch.no_grad():
            self.words.weight.copy_(found["embeddings.word_embeddings.weight"])
            kind = found["embeddings.token_type_embeddings.weight"][0]
            self.places.weight.copy_(found["embeddings.position_embeddings.weight"] + kind)
            _copy(self.norm, found, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                name = f"encoder.layer.{number}."
                for part, tensor in (("weight", layer.inwards.weight), ("bias", layer.inwards.bias)):
                    three = [found[f"{name}attention.self.{which}.{part}"] for which in ("query", "key", "value")]
                    tensor.copy_(torch.cat(three))
                _copy(layer.outwards, found, name + "attention.output.dense")
                _copy(layer.norm, found, name + "attention.output.LayerNorm")
                _copy(layer.wide, found, name + "intermediate.dense")
                _copy(layer.narrow, found, name + "output.dense")
                _copy(layer.last_norm, found, name + "output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, found: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(found[name + ".weight"])
    module.bias.copy_(found[name + ".bias"])


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The float tensors of a file: eight bytes of the header's length, the header in JSON, the numbers."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = (8 + size + offset for offset in entry["data_offsets"])
            array = np.frombuffer(data[start:end], dtype=np.float32).reshape(entry["shape"])
            tensors[name] = torch.from_numpy(array.copy())
    return tensors
