"""The encoder: word pieces and shapes in, a logarithm for each label out. In eight bits, on one thread.

Nothing but one window is in a run, and every row is rounded by itself: what a token gets hangs on its window alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reader.errors import AnalysisError, WorkerError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FOLDER = Path(__file__).parent / "model"
"""The model that Reader brings along; how it was made, from what and under which licence says its ``CARD.md``."""


class Encoder:
    """The model of a folder, loaded."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Load it, in a few hundredths of a second; the embeddings stay in the file until they are needed.

        Raises:
            WorkerError: the files are missing or broken, or onnxruntime is.
        """
        try:
            self._rows = np.load(folder / "embeddings.npy", mmap_mode="r")
            self._scales = np.load(folder / "scales.npy")
            self._session = _session(folder / "encoder.onnx")
        except MemoryError as error:
            raise WorkerError("There is too little memory for the model of names.") from error
        except Exception as error:  # onnxruntime's errors share no class but this
            raise WorkerError("The model of names cannot be loaded.") from error

    def scores(self, pieces: NDArray[np.int64], shapes: NDArray[np.int64]) -> NDArray[np.float32]:
        """A row of logarithms, one a label, for each piece of one window; at most 512 pieces.

        Raises:
            AnalysisError: the runtime gives up, for want of memory say.
        """
        embedded = self._rows[pieces] * self._scales[pieces]
        try:
            scores: NDArray[np.float32] = self._session.run(None, {"embedded": embedded, "shapes": shapes})[0]
        except Exception as error:  # onnxruntime's errors share no class but this
            raise AnalysisError("The model of names breaks on this text.") from error
        return scores


def _session(path: Path) -> InferenceSession:
    import onnxruntime  # noqa: PLC0415 - a tenth of a second: only the worker pays, and only once it has work

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
