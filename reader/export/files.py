"""An export on its way into a file: never over another one unless that is wanted, never half of one."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from reader.errors import FileTakenError, UsageError


def write_export(path: Path, written: str | bytes, *, overwrite: bool = False) -> None:
    """Write bytes, or a text as UTF-8, its line ends as they are.

    Raises:
        FileTakenError: if the file is there already and is not to be overwritten.
        UsageError: if it cannot be written; the sentence says why.
    """
    content = written.encode() if isinstance(written, str) else written
    try:
        if path.is_dir():
            raise UsageError(f"{path} is a folder; name a file in it.")
        if overwrite:
            _replace(path, content)
        else:
            _create(path, content)
    except FileExistsError as error:
        raise FileTakenError(f"{path} is there already.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(f"{path} cannot be written: {reason[:1].lower()}{reason[1:]}.") from error


def _create(path: Path, content: bytes) -> None:
    """Write a new file; what was begun of it goes again if the disk has no room."""
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file and move over it, so that the old one stays whole until the new one is."""
    target = path.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    with NamedTemporaryFile("wb", dir=target.parent, prefix=f".{target.name[:80]}.", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(content)
            file.flush()
            beside.chmod(mode if mode is not None else 0o666 & ~_umask())
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def _umask() -> int:
    """The permissions that new files do without; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
