"""The network as the two files that Reader runs: an ONNX graph in eight bits, and the embeddings of the word pieces.

Every matrix is kept as bytes in blocks of ``BLOCK`` rows with a scale each; the runtime rounds the other factor in the
same blocks, row by row, so that a token's result does not depend on what stands in the other rows.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from network import HEADS, PLACES, SHAPED_BEFORE, WIDTH, Layer, Network
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

BLOCK = 128
Floats = NDArray[np.float32]


def save(network: Network, folder: Path, pieces: Path) -> None:
    """Write everything that Reader's ``Encoder`` and ``Pieces`` read into a folder."""
    _save_embeddings(network, folder)
    _save_graph(network, folder / "encoder.onnx")
    (folder / "pieces.txt").write_bytes(pieces.read_bytes())


def _save_embeddings(network: Network, folder: Path) -> None:
    """The embeddings of the word pieces as bytes, each row with a scale of its own."""
    rows = network.words.weight.detach().numpy()
    scales = np.abs(rows).max(1, keepdims=True) / 127
    scales[scales == 0] = 1
    whole = np.round(rows / scales).astype(np.int8)
    np.save(folder / "embeddings.npy", whole)
    np.save(folder / "scales.npy", scales.astype(np.float32))


def _save_graph(network: Network, path: Path) -> None:
    """Everything after the embeddings: ``embedded`` [length, width] and ``shapes`` [length] in, ``scores`` out."""
    graph = _Graph()
    x = graph.add("Add", "embedded", graph.add("Slice", graph.const(_places(network)), *graph.from_start("shapes")))
    x = graph.norm(x, network.norm)
    for number, layer in enumerate(network.layers):
        if number == SHAPED_BEFORE:
            x = graph.add("Add", x, graph.add("Gather", graph.const(_weights(network.shapes_inside)), "shapes"))
        x = graph.layer(x, layer)
    x = graph.add("Add", x, graph.add("Gather", graph.const(_weights(network.shapes_last)), "shapes"))
    scores = graph.add(
        "Add", graph.add("MatMul", x, graph.const(_weights(network.head).T)), graph.const(_bias(network.head))
    )
    graph.nodes.append(helper.make_node("LogSoftmax", [scores], ["scores"], axis=-1))
    onnx.save(graph.model(network.head.out_features), path)


class _Graph:
    """A graph in the making: nodes are added in order, each with one result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self._tensors: list[onnx.TensorProto] = []

    def add(self, kind: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], domain=domain, **attributes))
        return name

    def const(self, array: NDArray[np.generic]) -> str:
        name = f"c{len(self._tensors)}"
        self._tensors.append(numpy_helper.from_array(np.asarray(array, order="C"), name))
        return name

    def numbers(self, *numbers: int) -> str:
        return self.const(np.array(numbers, dtype=np.int64))

    def from_start(self, name: str) -> tuple[str, str]:
        """The bounds of a slice as long as ``name``."""
        return self.numbers(0), self.add("Shape", name)

    def norm(self, x: str, norm: nn.LayerNorm) -> str:
        return self.add("LayerNormalization", x, self.const(_weights(norm)), self.const(_bias(norm)), epsilon=norm.eps)

    def linear(self, x: str, linear: nn.Linear) -> str:
        rows, scales = _in_blocks(_weights(linear), BLOCK)
        return self.add(
            "MatMulNBits", x, self.const(rows), self.const(scales), "", "", self.const(_bias(linear)),
            domain="com.microsoft", K=linear.in_features, N=linear.out_features, bits=8, block_size=BLOCK,
            accuracy_level=4,
        )  # fmt: skip

    def layer(self, x: str, layer: Layer) -> str:
        size = WIDTH // HEADS
        three = self.add("Reshape", self.linear(x, layer.inwards), self.numbers(0, 3, HEADS, size))
        heads = self.add("Transpose", three, perm=[1, 2, 0, 3])
        query, key, value = (
            self.add("Gather", heads, self.const(np.array(which, dtype=np.int64))) for which in range(3)
        )
        key = self.add("Transpose", key, perm=[0, 2, 1])
        scaled = self.add("Mul", query, self.const(np.array(size**-0.5, dtype=np.float32)))
        seen = self.add("Softmax", self.add("MatMul", scaled, key), axis=-1)
        mixed = self.add("Transpose", self.add("MatMul", seen, value), perm=[1, 0, 2])
        out = self.linear(self.add("Reshape", mixed, self.numbers(0, WIDTH)), layer.outwards)
        x = self.norm(self.add("Add", x, out), layer.norm)
        inner = self.add("Gelu", self.linear(x, layer.wide))
        return self.norm(self.add("Add", x, self.linear(inner, layer.narrow)), layer.last_norm)

    def model(self, labels: int) -> onnx.ModelProto:
        inputs = [
            helper.make_tensor_value_info("embedded", TensorProto.FLOAT, ["length", WIDTH]),
            helper.make_tensor_value_info("shapes", TensorProto.INT64, ["length"]),
        ]
        outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["length", labels])]
        graph = helper.make_graph(self.nodes, "names", inputs, outputs, self._tensors)
        versions = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, opset_imports=versions, ir_version=9)


def _in_blocks(matrix: Floats, block: int) -> tuple[NDArray[np.uint8], Floats]:
    """A matrix [out, in] as bytes around 128 in blocks along its rows, with the blocks' scales."""
    out, inside = matrix.shape
    blocks = matrix.reshape(out, inside // block, block)
    scales = np.abs(blocks).max(2, keepdims=True) / 127
    scales[scales == 0] = 1
    rows = (np.round(blocks / scales) + 128).astype(np.uint8)
    return rows, scales.astype(np.float32).reshape(out, inside // block)


def _places(network: Network) -> Floats:
    return network.places.weight.detach().numpy()[:PLACES]


def _weights(module: nn.Linear | nn.Embedding | nn.LayerNorm) -> Floats:
    return module.weight.detach().numpy()


def _bias(module: nn.Linear | nn.LayerNorm) -> Floats:
    return module.bias.detach().numpy()
