"""What goes between Reader and the process that parses: one request, one reply, each behind its length."""

from __future__ import annotations

import socket
from enum import StrEnum

import msgspec

_LENGTH_BYTES = 8


class Request(msgspec.Struct, array_like=True):
    """One input to parse.

    Attributes:
        function: ``module:function``, which takes the bytes and the words and gives what msgspec can write.
        raw: the input.
        words: what else the function is told, its address for one.
    """

    function: str
    raw: bytes
    words: tuple[str, ...] = ()


class End(StrEnum):
    """How the parsing of one input ended."""

    PARSED = "parsed"
    REFUSED = "refused"
    """The parser says in a sentence why it does not read this input."""
    FULL = "full"
    """There was no memory left; the process ends, because what it has left is in pieces."""


class Reply(msgspec.Struct, array_like=True):
    """What became of one input: the parser's result, written by msgspec, or the reason why there is none."""

    end: End
    result: bytes = b""
    reason: str = ""


def send(channel: socket.socket, message: Request | Reply) -> None:
    """Write one message."""
    written = msgspec.msgpack.encode(message)
    channel.sendall(len(written).to_bytes(_LENGTH_BYTES) + written)


def receive(channel: socket.socket, most: int) -> bytes | None:
    """The bytes of the next message; None once the other end has gone.

    Raises:
        OverflowError: it is longer than ``most``; nothing of it is read.
        OSError: the other end broke off, or ``TimeoutError``: it says nothing.
    """
    head = _exactly(channel, _LENGTH_BYTES)
    if head is None:
        return None
    length = int.from_bytes(head)
    if length > most + 1000:  # the message's own frame
        raise OverflowError(length)
    return _exactly(channel, length)


def _exactly(channel: socket.socket, length: int) -> bytes | None:
    found = bytearray()
    while len(found) < length:
        piece = channel.recv(min(length - len(found), 1 << 20))
        if not piece:
            return None
        found += piece
    return bytes(found)
