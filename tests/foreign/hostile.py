"""Parsers that do what a page can make a parser do, for the tests of what holds them."""

from __future__ import annotations

import ctypes
import os
import re
import sys
import time
from pathlib import Path

from reader.errors import InputError

kept: list[bytes] = []


def shout(raw: bytes, *words: str) -> list[str]:
    return [raw.decode().upper(), *words]


def process(_raw: bytes) -> int:
    return os.getpid()


def loop(raw: bytes) -> str:
    while True:
        raw = raw[::-1]


def loop_in_c(raw: bytes) -> bool:
    return re.fullmatch(rb"(a+)+b", raw) is not None


def wait(_raw: bytes) -> None:
    time.sleep(3600)


def eat(raw: bytes) -> int:
    kept.extend(bytes(1_000_000) for _ in range(int(raw)))
    return len(kept)


def swell(raw: bytes) -> bytes:
    return bytes(int(raw))


def crash(_raw: bytes) -> int:
    return ctypes.string_at(0)[0]


def abort(_raw: bytes) -> None:
    os.abort()


def leave(_raw: bytes) -> None:
    os._exit(7)


def refuse(_raw: bytes) -> None:
    raise InputError("holds no article")


def err(_raw: bytes) -> None:
    raise ValueError("bad \x1b[31m markup")


def chatter(_raw: bytes) -> str:
    sys.stdout.write("chatter " * 1000)
    os.write(1, b"chatter")
    return sys.stdin.read()


def write(raw: bytes) -> None:
    Path(raw.decode()).write_text("written")
