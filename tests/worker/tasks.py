"""What a child process may be made to do by an article, for the tests of what stands it."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from reader.models.annotations import NO_ANNOTATIONS
from reader.models.article import Article
from reader.pipeline.hands import Annotated
from reader.pipeline.own import Done


def annotate(raw: bytes, _pipeline: str) -> Done:
    article = msgspec.msgpack.decode(raw, type=Article)
    word, _, rest = article.text.partition(" ")
    match word:
        case "crash":
            os.abort()
        case "loop":
            while True:
                pass
        case "killed":
            with suppress(FileExistsError):
                Path(rest).mkdir()
                os.kill(os.getpid(), signal.SIGKILL)
        case "fault":
            return Done(b"", "ValueError (a rule's own fault) in rules.py, line 7")
        case "slow":
            time.sleep(0.2)
    return Done(msgspec.msgpack.encode(Annotated(NO_ANNOTATIONS, word)))
