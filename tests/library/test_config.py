"""Places and settings of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import config
from reader.errors import LibraryError, UsageError


def write_settings(text: str) -> None:
    file = config.config_file()
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


def test_the_library_lies_in_the_data_directory_which_is_not_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert config.default_library().is_relative_to(tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_the_environment_names_another_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READER_LIBRARY", "here.db")
    assert config.default_library() == tmp_path / "here.db"


def test_a_set_of_paths_has_a_library_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.mkdir()
    b.mkdir()
    (tmp_path / "link").symlink_to(a)
    one = config.library_for([a, b])
    monkeypatch.chdir(tmp_path)
    assert config.library_for([Path("b"), Path("link"), a]) == one
    assert config.library_for([a]) != one
    assert config.default_library() not in {one, config.library_for([a])}
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "own.db"))
    assert config.library_for([a, b]) == one, "the person's own library is never made to hold these paths alone"
    assert config.library_for([Path("caf\udce9")]) != one


def test_without_a_home_directory_there_is_one_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    with pytest.raises(LibraryError, match="no home directory"):
        config.default_library()


def test_settings_have_defaults_and_are_read() -> None:
    assert config.settings() == config.Settings()
    write_settings('theme = "reader-light"\npipeline = "en_core_web_lg"\n')
    assert config.settings() == config.Settings("reader-light", "en_core_web_lg")
    assert config.language_pipeline() == "en_core_web_lg"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme = ", "cannot be understood"),
        ('colour = "red"', "colour"),
        ("theme = 3", "must be a text"),
        ('pipeline = ""', "must be a text"),
    ],
)
def test_wrong_settings_are_told_with_the_file(text: str, words: str) -> None:
    write_settings(text)
    with pytest.raises(UsageError, match=words) as refusal:
        config.settings()
    assert str(config.config_file()) in str(refusal.value)
