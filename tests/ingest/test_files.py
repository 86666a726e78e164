"""Walking files and folders never blocks, and says in one sentence why something isn't read."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from reader.errors import InputError
from reader.ingest import files
from reader.ingest.files import Found, Refused, find_files, read_bytes


def reasons(*paths: Path) -> dict[str, str]:
    return {Path(find.origin).name: find.reason for find in find_files(paths) if isinstance(find, Refused)}


def names(*paths: Path) -> list[str]:
    return [Path(find.origin).name for find in find_files(paths) if isinstance(find, Found)]


def test_folders_are_read_in_the_order_of_names_and_hidden_or_other_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "A/z.text", "A/y.MARKDOWN", ".hidden/x.txt", ".x.txt", "picture.png", "notes.doc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    assert names(tmp_path) == ["y.MARKDOWN", "z.text", "a.md", "b.txt"]
    assert reasons(tmp_path) == {}


def test_a_file_named_by_itself_may_have_any_ending(tmp_path: Path) -> None:
    (tmp_path / "article").write_text("words")
    (tmp_path / "notes.doc").write_text("words")
    assert names(tmp_path / "article", tmp_path / "notes.doc") == ["article", "notes.doc"]


def test_what_is_no_file_gets_its_sentence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(tmp_path)
        try:
            server.bind("s.txt")
        finally:
            os.chdir(here)
        assert reasons(tmp_path) == {
            "empty.txt": "is empty",
            "gone.txt": "does not exist",
            "loop.txt": "is a symbolic link that leads back to itself",
            "pipe.txt": "is a named pipe, not a text file",
            "s.txt": "is a socket, not a text file",
        }
    assert reasons(tmp_path / "missing.txt", Path("/dev/null")) == {
        "missing.txt": "does not exist",
        "null": "is a device, not a text file",
    }


def test_links_that_lead_back_and_files_reached_twice_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.txt").write_text("words")
    (tmp_path / "inner" / "up").symlink_to(tmp_path)
    (tmp_path / "z.txt").symlink_to(tmp_path / "inner" / "a.txt")
    assert names(tmp_path, tmp_path / "inner" / "a.txt") == ["a.txt"]
    assert reasons(tmp_path)["up"].startswith("leads back to ")
    assert reasons(tmp_path)["z.txt"].startswith("is the same file as ")


def test_enormous_files_are_refused_unopened(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(files.LARGEST + 1_000_000)
    assert reasons(tmp_path) == {"large.txt": "has 51 MB, more than the 50 MB that are read of one file"}


def test_forbidden_files_get_their_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "secret.txt").write_text("words")
    (found,) = find_files([tmp_path])
    assert isinstance(found, Found)
    monkeypatch.setattr(os, "open", forbid)  # nothing is forbidden to root, as whom CI may run
    with pytest.raises(InputError, match="permission denied"):
        read_bytes(found)


def test_a_file_that_turned_into_a_pipe_does_not_block(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")
    (found,) = find_files([path])
    assert isinstance(found, Found)
    assert read_bytes(found) == b"words"
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(InputError, match="is a named pipe"):
        read_bytes(found)
    path.unlink()
    with pytest.raises(InputError, match="does not exist"):
        read_bytes(found)


def test_names_that_are_no_text_are_shown_as_text_and_still_opened(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9\x1b[31m.txt")
    try:
        path.write_bytes(b"words")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    (found,) = find_files([tmp_path])
    assert isinstance(found, Found)
    assert found.origin.endswith("caf\\xe9.txt")
    assert read_bytes(found) == b"words"
