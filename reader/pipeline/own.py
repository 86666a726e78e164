"""The pure part of the work done in this process; and the same as functions of bytes, for a child process."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec

from reader.analysis.clauses.parser import Parser, SpacyParser
from reader.analysis.naming.tagger import NameTagger
from reader.analysis.tagger import Tagger
from reader.models.article import Article
from reader.pipeline.analysing import annotate_alone
from reader.pipeline.comparing import compare_alone
from reader.pipeline.faults import ends_the_work, told
from reader.pipeline.hands import Annotated, Asked, Compared


class Own:
    """This process's own hands."""

    def __init__(self, tagger: Tagger, parser: Parser) -> None:
        self._tagger = tagger
        self._parser = parser

    def annotate(self, article: Article) -> Annotated:
        """What is found in an article."""
        return annotate_alone(article, self._tagger)

    def compare(self, asked: Asked) -> Compared:
        """How these articles compare."""
        return compare_alone(asked, self._parser)


class Done(msgspec.Struct, array_like=True):
    """What a child process has done: bytes, or what it broke on.

    Attributes:
        fault: the fault in a few words; "" if there was none.
        ends: whether that fault keeps everything else from being done as well.
    """

    value: bytes
    fault: str = ""
    ends: bool = False


def annotate_bytes(raw: bytes, pipeline: str) -> Done:
    """What a child runs for an article: the bytes of an ``Annotated``."""
    return done(lambda: _hands(pipeline).annotate(msgspec.msgpack.decode(raw, type=Article)))


def compare_bytes(raw: bytes, pipeline: str) -> Done:
    """What a child runs for a comparison: the bytes of a ``Compared``."""
    return done(lambda: _hands(pipeline).compare(msgspec.msgpack.decode(raw, type=Asked)))


def done(function: Callable[[], object]) -> Done:
    """The bytes of what a function gives, or what it broke on."""
    try:
        return Done(msgspec.msgpack.encode(function()))
    except MemoryError:
        raise  # the process ends: what it has left is in pieces
    except Exception as fault:  # noqa: BLE001 (told to the parent, which sets one article or event aside)
        return Done(b"", told(fault), ends_the_work(fault))


@cache
def _hands(pipeline: str) -> Own:
    return Own(NameTagger(), SpacyParser(pipeline))
