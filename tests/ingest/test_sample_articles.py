"""Raw articles with every kind of mess: each line has its label, each metadata value is right, or rightly unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ingest.article import is_markdown, read_article
from reader.models.article import Article, Status

SAMPLES = sorted((Path(__file__).parent / "articles").glob("*.txt")) + sorted(
    (Path(__file__).parent / "articles").glob("*.md")
)


def read_sample(path: Path) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The expected metadata, and (label, text) of each line; the label of a blank line is ""."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    expected = dict(line.split(": ", 1) for line in head.splitlines())
    lines = [(line[:12].strip(), line[14:]) for line in body.splitlines()]
    return expected, lines


def article_of(path: Path) -> Article:
    raw = "\n".join(text for _, text in read_sample(path)[1])
    return read_article(raw.encode(), path.name, markdown=is_markdown(path.name))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_line_has_its_label(path: Path) -> None:
    article = article_of(path)
    said = [(line.label.value, article.text[line.start : line.end]) for line in article.lines]
    expected: list[tuple[str, str]] = []
    for label, text in read_sample(path)[1]:
        if label == "+":  # a line that is joined to the one above
            expected[-1] = (expected[-1][0], f"{expected[-1][1]} {text}")
        elif label:
            expected.append((label, text))
    assert said == expected


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_metadata_is_right_or_rightly_unknown(path: Path) -> None:
    article, expected = article_of(path), read_sample(path)[0]
    authors = "; ".join(article.authors.value or ())
    said = {
        "title": (article.title.value, article.title.status),
        "outlet": (article.outlet.value, article.outlet.status),
        "published": (article.published.value, article.published.status),
    }
    shown = {
        name: "unknown" if value is None else value + (" (inferred)" if status is Status.INFERRED else "")
        for name, (value, status) in said.items()
    }
    shown["authors"] = authors or "unknown"
    shown["language"] = article.language.value or "unknown"
    if "T" not in expected["published"]:
        shown["published"] = shown["published"].split("T")[0]
    assert shown == expected


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_evidence_points_at_a_line_of_the_text(path: Path) -> None:
    article = article_of(path)
    count = article.text.count("\n") + 1
    for value in (article.title, article.outlet, article.authors, article.published, article.language):
        assert (value.value is None) == (value.status is Status.UNKNOWN) == (value.evidence is None)
        assert value.evidence is None or (0 <= value.evidence.line <= count and value.evidence.rule)
