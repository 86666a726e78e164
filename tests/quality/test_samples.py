"""The samples are what a person meets in real folders: several outlets, encodings, kinds of files and gaps."""

from __future__ import annotations

from tests.quality.label_files import grouping_file, metadata_files
from tests.quality.samples import SEEDS, sample_names, sample_text


def test_an_event_of_several_articles_is_told_by_several_outlets() -> None:
    metadata = metadata_files()
    for event, names in grouping_file().events.items():
        outlets = {metadata[name].outlet or name for name in names}
        assert len(outlets) == len(names), event


def test_the_samples_are_of_both_kinds_and_lie_in_folders_too() -> None:
    names = sample_names()
    assert sum(name.endswith(".md") for name in names) >= 5
    assert sum(name.endswith(".txt") for name in names) >= 10
    assert any("/" in name for name in names)
    assert any("/" not in name for name in names)


def test_the_samples_have_several_encodings_and_line_breaks() -> None:
    raw = [(SEEDS / name).read_bytes() for name in sample_names()]
    assert any(data.startswith(b"\xff\xfe") for data in raw)
    assert any(b"\x93" in data and not data.startswith(b"\xff\xfe") and not _is_utf8(data) for data in raw)
    assert any(b"\r\n" in data for data in raw)


def test_some_samples_lack_a_title_an_outlet_an_author_or_a_date() -> None:
    metadata = metadata_files().values()
    assert any(sample.title is None for sample in metadata)
    assert any(sample.outlet is None for sample in metadata)
    assert any(not sample.authors for sample in metadata)
    assert any(sample.published is None for sample in metadata)


def test_no_two_samples_have_the_same_text() -> None:
    texts = [sample_text(name) for name in sample_names()]
    assert len(set(texts)) == len(texts)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
