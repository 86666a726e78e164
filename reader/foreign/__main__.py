"""``python -m reader.foreign LIMITS``, started by ``parsing``: parses inputs one by one until its parent has gone.

Its standard input is the channel. What a parser prints goes nowhere.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module

import msgspec

from reader.errors import InputError
from reader.foreign.limits import Limits
from reader.foreign.messages import End, Reply, Request, receive, send
from reader.sanitize import one_line


def main(limits: Limits) -> None:
    """Answer requests until there are no more, or no memory."""
    with socket.socket(fileno=os.dup(0)) as channel:
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 0)
        limits.confine()
        while written := receive(channel, sys.maxsize):
            reply = _answer(limits, msgspec.msgpack.decode(written, type=Request))
            del written
            send(channel, reply)
            if reply.end is End.FULL:
                return


def _answer(limits: Limits, request: Request) -> Reply:
    try:
        function = _function(request.function)
        limits.begin()
        result = msgspec.msgpack.encode(function(request.raw, *request.words))
    except InputError as refusal:
        return Reply(End.REFUSED, reason=str(refusal))
    except MemoryError:
        return Reply(End.FULL, reason=limits.large)
    except Exception as fault:  # noqa: BLE001 (foreign code: one input that it breaks on is refused, and told)
        return Reply(End.REFUSED, reason=f"cannot be parsed: {one_line(f'{type(fault).__name__}: {fault}')}")
    finally:
        limits.finish()
    return Reply(End.PARSED, result) if len(result) <= limits.reply else Reply(End.REFUSED, reason=limits.swollen)


@cache
def _function(name: str) -> Callable[..., object]:
    module, _, function = name.partition(":")
    found: Callable[..., object] = getattr(import_module(module), function)
    return found


if __name__ == "__main__":
    main(Limits.read(sys.argv[1]))
