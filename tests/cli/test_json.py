"""Every command's JSON has the keys that scripts rely on. Keys may be added, not removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import SEEDS, Object, objects, reader

VALUE = {"value", "status", "evidence"}


def keys(value: object) -> set[str]:
    assert isinstance(value, dict)
    return set(value)


def entries(value: object) -> list[Object]:
    assert isinstance(value, list)
    assert value
    return value


@pytest.mark.parametrize(
    ("words", "promised"),
    [
        (
            ("list",),
            "id title outlet published published_status event story words origin read starred",
        ),
        (("entities",), "id name kind aliases mentions articles why"),
        (("search", "election"), "article start end snippet"),
        (("events",), "id title day articles outlets story new"),
        (("doctor",), "ok problems mended"),
    ],
)
def test_a_listing_has_its_keys(analysed: Path, words: tuple[str, ...], promised: str) -> None:
    found = objects(*words, "--library", analysed)
    assert found
    for each in found:
        assert set(promised.split()) <= set(each)
        assert each["schema"] == 1


def test_what_add_prints_has_its_keys(tmp_path: Path) -> None:
    found = objects("add", SEEDS / "vistula-election", "--no-analysis", "--library", tmp_path / "new.db")
    assert [each["status"] for each in found] == ["added"] * 3
    assert all({"schema", "status", "id", "origin", "reason"} <= set(each) for each in found)


def test_an_article_has_its_keys_and_its_offsets_point_into_its_text(analysed: Path) -> None:
    first = objects("list", "--library", analysed)[0]
    (article,) = objects("show", first["id"], "--library", analysed)
    text = article["text"]
    assert isinstance(text, str)
    for name in ("title", "outlet", "published", "authors", "language"):
        assert keys(article[name]) >= VALUE
    for name, promised in {
        "lines": {"start", "end", "label"},
        "sentences": {"start", "end"},
        "mentions": {"start", "end", "kind", "entity", "source"},
        "quotes": {"start", "end", "speaker"},
    }.items():
        for each in entries(article[name]):
            assert keys(each) >= promised
            start, end = each["start"], each["end"]
            assert isinstance(start, int)
            assert isinstance(end, int)
            assert 0 <= start < end <= len(text)


def test_a_comparison_has_its_keys(analysed: Path) -> None:
    (event,) = objects("events", "--library", analysed)
    (comparison,) = objects("compare", event["id"], "--library", analysed)
    members = event["articles"]
    assert isinstance(members, list)
    assert isinstance(comparison["articles"], list)
    assert set(comparison["articles"]) == set(members)
    for name, promised in {
        "links": {"a", "b", "score", "tier"},
        "rows": {"key", "relation", "readings", "see"},
        "figures": {"relation", "kind", "label", "values"},
        "quotes": {"relation", "speaker", "members"},
        "differences": {"key", "kind", "confidence", "dismissed", "readings", "note"},
        "coverage": {"entity", "kind", "counts"},
        "heads": {"article", "title", "lead"},
        "timeline": {"date", "status", "readings"},
        "facts": {"topic", "aspect", "relation", "happening", "label", "values"},
    }.items():
        found = comparison[name]
        assert isinstance(found, list)
        assert found or name not in {"links", "rows", "heads", "coverage"}
        for each in found:
            assert keys(each) >= promised, name


def test_the_same_articles_by_number_give_the_same_comparison(analysed: Path) -> None:
    (event,) = objects("events", "--library", analysed)
    members = event["articles"]
    assert isinstance(members, list)
    (by_event,) = objects("compare", event["id"], "--library", analysed)
    (by_articles,) = objects("compare", *reversed(members), "--library", analysed)
    assert by_articles == by_event


def test_plain_is_a_line_of_fields_for_each_item(analysed: Path) -> None:
    listed = reader("list", "--plain", "--library", analysed).stdout.splitlines()
    assert [len(line.split("\t")) for line in listed] == [5, 5, 5]
