"""An export never takes the place of a file that is not meant to go, and never leaves half a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import FileTakenError, UsageError
from reader.export.files import write_export


def test_line_ends_and_letters_are_kept(tmp_path: Path) -> None:
    write_export(tmp_path / "a.csv", "ä,b\r\nc\n")
    assert (tmp_path / "a.csv").read_bytes() == "ä,b\r\nc\n".encode()


def test_a_file_that_is_there_stays_unless_it_may_go(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")
    path.chmod(0o640)
    with pytest.raises(FileTakenError, match=r"a\.md is there already\.$"):
        write_export(path, "new")
    assert path.read_text() == "mine"
    write_export(path, "new", overwrite=True)
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert {each.name for each in tmp_path.iterdir()} == {"a.md", "home"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write_export(tmp_path / "link.md", "new", overwrite=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_cannot_be_written_is_one_sentence(tmp_path: Path, overwrite: bool) -> None:  # noqa: FBT001 (a flag)
    with pytest.raises(UsageError, match=r"cannot be written: no such file or directory\.$"):
        write_export(tmp_path / "nowhere" / "a.md", "text", overwrite=overwrite)
    with pytest.raises(UsageError, match=r"is a folder; name a file in it\.$"):
        write_export(tmp_path, "text", overwrite=overwrite)
    with pytest.raises(UsageError, match=r"cannot be written: "):
        write_export(tmp_path / "a\0b.md", "text", overwrite=overwrite)
    with pytest.raises(UsageError, match=r"cannot be written: file name too long\.$"):
        write_export(tmp_path / ("a" * 300), "text", overwrite=overwrite)
    assert {each.name for each in tmp_path.iterdir()} == {"home"}
