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
    one = config.library_for([str(a), str(b)])
    monkeypatch.chdir(tmp_path)
    assert config.library_for(["b", "link", str(a)]) == one
    assert config.library_for([str(a)]) != one
    assert config.default_library() not in {one, config.library_for([str(a)])}
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "own.db"))
    assert config.library_for([str(a), str(b)]) == one, (
        "the person's own library is never made to hold these paths alone"
    )
    assert config.library_for(["caf\udce9"]) != one
    assert config.library_for([str(a), "https://example.com/"]) not in {one, config.library_for([str(a)])}


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
    assert config.settings().pipeline == "en_core_web_lg"


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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "reader-light"\n'),
        (
            '# mine\ntheme = "reader-dark"  # for the evening\npipeline = "en_core_web_lg"\n',
            '# mine\ntheme = "reader-light"  # for the evening\npipeline = "en_core_web_lg"\n',
        ),
        ("theme='reader-dark'", 'theme="reader-light"'),
        ('# theme = "x"\r\npipeline = "p"', '# theme = "x"\r\npipeline = "p"\r\ntheme = "reader-light"\r\n'),
    ],
    ids=["new", "changed", "quotes", "added"],
)
def test_a_theme_is_kept_in_its_line_and_everything_else_stays(before: str, after: str) -> None:
    write_settings("")
    config.config_file().write_bytes(before.encode())
    config.keep_theme("reader-light")
    assert config.config_file().read_bytes().decode() == after
    assert config.settings().theme == "reader-light"
    assert [path.name for path in config.config_file().parent.iterdir()] == ["config.toml"]


def test_a_theme_makes_the_file_of_the_settings() -> None:
    config.keep_theme("reader-dark")
    assert config.settings() == config.Settings("reader-dark")


def test_settings_that_are_linked_from_elsewhere_are_changed_there(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("# kept with others\n")
    real.chmod(0o600)
    config.config_file().parent.mkdir(parents=True)
    config.config_file().symlink_to(real)
    config.keep_theme("reader-dark")
    assert config.config_file().is_symlink()
    assert real.read_text() == '# kept with others\ntheme = "reader-dark"\n'
    assert real.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "text", ['"theme" = "reader-dark"\n', "theme = \n", 'theme = """\nreader-dark"""\n', "\ufeff["]
)
def test_settings_that_cannot_be_changed_safely_are_left_as_they_are(text: str) -> None:
    write_settings(text)
    with pytest.raises(UsageError, match="The theme is not kept"):
        config.keep_theme("reader-light")
    assert config.config_file().read_text(encoding="utf-8") == text


def test_settings_that_cannot_be_written_are_told() -> None:
    file = config.config_file()
    file.parent.parent.mkdir(parents=True, exist_ok=True)
    file.parent.touch()
    with pytest.raises(UsageError, match="The theme is not kept"):
        config.keep_theme("reader-light")


def test_the_number_of_workers_is_a_number() -> None:
    write_settings("workers = 4\n")
    assert config.settings().workers == 4


@pytest.mark.parametrize("value", ["0", "-1", "true", "2.5", '"4"', "100000"])
def test_another_number_of_workers_is_refused_in_one_sentence(value: str) -> None:
    write_settings(f"workers = {value}\n")
    with pytest.raises(UsageError, match="must be a number from 1 to"):
        config.settings()
