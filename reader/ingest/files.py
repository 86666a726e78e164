"""What there is to read on disk: files and folders walked without ever blocking; each refusal is one sentence.

First step of the flow; nothing but names and sizes is looked at here, ``read_bytes`` opens what was found.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from reader.errors import InputError
from reader.ingest.forms.table import is_form_name
from reader.sanitize import sanitize

LARGEST = 50_000_000
"""Bytes of the largest file that is read: the longest articles have 0.2 MB; a book's text has 3 MB."""

DEEPEST = 100
"""Folders inside each other that are entered: deeper trees are made by accident or malice."""

_CHUNK = 1 << 20

_FURTHEST = 2**63 - 1
"""Nanoseconds from 1970 to 2262: a file whose time is further away counts as of then, as nobody can store more."""


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file to read.

    Attributes:
        path: absolute path, as the system needs it to open the file.
        origin: the same, safe to be stored and shown.
        size: bytes.
        mtime_ns: time of its last change, nanoseconds since 1970.
    """

    path: str
    origin: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that is not read, and why: ``origin`` and ``reason`` make one sentence ("x.txt is a named pipe …")."""

    origin: str
    reason: str


def find_files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Found | Refused]:
    """The files of a known form among the paths and below the folders among them, folders in the order of names.

    Hidden files and folders below a given folder are passed over, as are files with other endings. A file that is
    reached twice is found once. Nothing is opened, so that nothing can block.
    """
    seen: dict[tuple[int, int], str] = {}
    for path in paths:
        absolute = os.path.abspath(os.fspath(path))  # noqa: PTH100 - Path.resolve would follow symbolic links
        yield from _from_root(absolute, seen)


def shown_path(path: str) -> str:
    """The path without control characters, and with bytes that are no text in hexadecimal."""
    return sanitize(os.fsencode(path).decode("utf-8", "backslashreplace")).replace("\n", " ")


def read_bytes(found: Found) -> bytes:
    """The bytes of a file that was found.

    The file is looked at again once it is open: in the meantime it may have been replaced by anything.

    Raises:
        InputError: it cannot be opened or read, or is no regular file any more, or too large.
    """
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
    try:
        descriptor = os.open(found.path, flags)
    except OSError as error:
        raise InputError(_unreadable(error)) from error
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        try:
            refusal = _refusal(os.fstat(descriptor))
            if refusal:
                raise InputError(refusal)
            chunks: list[bytes] = []
            size = 0
            while chunk := file.read(_CHUNK):
                chunks.append(chunk)
                size += len(chunk)
                if size > LARGEST:
                    raise InputError(_too_large(size))
        except OSError as error:
            raise InputError(_unreadable(error)) from error
    return b"".join(chunks)


def read_found(find: Found | Refused) -> bytes:
    """The bytes of what was found.

    Raises:
        InputError: it is refused, or cannot be read.
    """
    if isinstance(find, Refused):
        raise InputError(find.reason)
    return read_bytes(find)


def _from_root(path: str, seen: dict[tuple[int, int], str]) -> Iterator[Found | Refused]:
    try:
        status = Path(path).stat()
    except OSError as error:
        yield Refused(shown_path(path), _unreadable(error))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _below(path, status, seen)
    else:
        yield _judged(path, status, seen)


def _below(folder: str, status: os.stat_result, seen: dict[tuple[int, int], str]) -> Iterator[Found | Refused]:
    """Everything to read below a folder, depth first in the order of names."""
    stack = [(folder, status, 0)]
    while stack:
        path, status, depth = stack.pop()
        if stat.S_ISDIR(status.st_mode):
            known = seen.setdefault((status.st_dev, status.st_ino), path)
            if known is not path:
                yield Refused(shown_path(path), f"leads back to {shown_path(known)}, which is read already")
            elif depth > DEEPEST:
                yield Refused(shown_path(path), f"lies more than {DEEPEST} folders deep")
            else:
                inside, refused = _entries(path)
                yield from refused
                stack.extend((name, state, depth + 1) for name, state in reversed(inside))
        else:
            yield _judged(path, status, seen)


def _entries(folder: str) -> tuple[list[tuple[str, os.stat_result]], list[Refused]]:
    """The folders and the files of a known form directly in a folder, by name, and what can't be looked at."""
    inside: list[tuple[str, os.stat_result]] = []
    refused: list[Refused] = []
    try:
        names = sorted(entry.name for entry in Path(folder).iterdir() if not entry.name.startswith("."))
    except OSError as error:
        return [], [Refused(shown_path(folder), _unreadable(error))]
    for name in names:
        path = str(PurePath(folder, name))
        is_read = is_form_name(name)
        try:
            status = Path(path).stat()
        except OSError as error:
            if is_read or error.errno in {errno.ELOOP, errno.EACCES}:
                refused.append(Refused(shown_path(path), _unreadable(error)))
            continue
        if is_read or stat.S_ISDIR(status.st_mode):
            inside.append((path, status))
    return inside, refused


def _judged(path: str, status: os.stat_result, seen: dict[tuple[int, int], str]) -> Found | Refused:
    origin = shown_path(path)
    refusal = _refusal(status)
    if refusal:
        return Refused(origin, refusal)
    known = seen.setdefault((status.st_dev, status.st_ino), path)
    if known is not path:
        return Refused(origin, f"is the same file as {shown_path(known)}, which is read already")
    return Found(path, origin, status.st_size, max(-_FURTHEST, min(status.st_mtime_ns, _FURTHEST)))


_OTHER_KINDS = (
    (stat.S_ISDIR, "is a folder, not a text file"),
    (stat.S_ISFIFO, "is a named pipe, not a text file"),
    (stat.S_ISSOCK, "is a socket, not a text file"),
    (stat.S_ISCHR, "is a device, not a text file"),
    (stat.S_ISBLK, "is a device, not a text file"),
)


def _refusal(status: os.stat_result) -> str | None:
    """Why a file of this status is not read; None if it is."""
    for is_kind, reason in _OTHER_KINDS:
        if is_kind(status.st_mode):
            return reason
    if status.st_size > LARGEST:
        return _too_large(status.st_size)
    return "is empty" if status.st_size == 0 else None


def _too_large(size: int) -> str:
    return f"has {size / 1e6:,.0f} MB, more than the {LARGEST / 1e6:.0f} MB that are read of one file"


def _unreadable(error: OSError) -> str:
    reasons = {
        errno.ENOENT: "does not exist",
        errno.EACCES: "may not be read: permission denied",
        errno.EPERM: "may not be read: permission denied",
        errno.ELOOP: "is a symbolic link that leads back to itself",
        errno.ENOTDIR: "does not exist: a part of its path is not a folder",
        errno.ENAMETOOLONG: "has a name that is too long",
        errno.ENXIO: "is a socket or device, not a text file",
    }
    return reasons.get(error.errno or 0) or f"cannot be read: {(error.strerror or 'unknown error').lower()}"
