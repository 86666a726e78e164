"""Pages in the shapes of real sites: title, outlet, authors, day and paragraphs are scored, the scores pinned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from reader.ingest.article import article_of
from reader.ingest.pages.extract import read_markup
from reader.models.article import NOISE_LABELS, Article
from tests.ingest.pages import shapes
from tests.ingest.pages.facts import ALL, Facts

NOISE = (
    "Most read",
    "Baker wins prize",
    "Sign in",
    "All rights reserved",
    "812 partners",
    "Get our newsletter",
    "Subscribe to",
)
"""Words of the pages that are no article's."""


def read(shape: Callable[[Facts], str], facts: Facts) -> Article:
    return article_of(read_markup(shape(facts), facts.address), facts.address)


def story(article: Article) -> str:
    kept = (line for line in article.lines if line.label not in NOISE_LABELS)
    return "\n".join(article.text[line.start : line.end] for line in kept)


def judge(article: Article, shape: Callable[[Facts], str], facts: Facts) -> dict[str, bool]:
    """What of the page was read right."""
    authors = facts.authors[:1] if shape is shapes.blog else facts.authors
    text = story(article)
    shown = facts.paragraphs[:2] if shape is shapes.paywall_stub else facts.paragraphs
    return {
        "title": article.title.value == facts.title,
        "outlet": article.outlet.value == facts.outlet,
        "authors": article.authors.value == authors,
        "day": str(article.published.value)[:10] == facts.day,
        "paragraphs": all(paragraph in text for paragraph in shown),
        "no noise": not any(words in text for words in NOISE),
    }


PINNED = {"title": 88, "outlet": 88, "authors": 87, "day": 88, "paragraphs": 88, "no noise": 88}
"""Pages of 88 on which each is right; a Hebrew name behind "By" is not known for one."""


def test_pages_are_read_as_well_as_ever() -> None:
    right: Counter[str] = Counter()
    wrong: list[str] = []
    for shape in shapes.SHAPES:
        for facts in ALL:
            article = read(shape, facts)
            for what, is_right in judge(article, shape, facts).items():
                right[what] += is_right
                wrong += [] if is_right else [f"{shape.__name__} of {facts.host}: {what}"]
    assert dict(right) == PINNED, wrong


def dated(body: str) -> str | None:
    page = f"<html><head><title>Harbour reopens after storm</title></head><body>{body}{STORY}</body></html>"
    return article_of(read_markup(page, "https://coast.example/harbour"), "").published.value


STORY = "<p>Boats left the harbour for the first time since the storm on Monday, the harbour master said.</p>" * 3
HEADLINE = "<h1>Harbour reopens after storm</h1>"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        pytest.param(
            f"<h1></h1><h1>Coast Daily</h1><p>1 March 2021</p>{HEADLINE}<p>4 May 2020</p>",
            "2020-05-04",
            id="other headings",
        ),
        pytest.param("<h2>Harbour reopens after storm</h2><p>4 May 2020</p>", "2020-05-04", id="lower rank"),
        pytest.param(
            "<h1><small>4 May 2020</small> Harbour reopens after storm</h1>", "2020-05-04", id="in the headline"
        ),
        pytest.param(f"<p>4 May 2020</p>{HEADLINE}", "2020-05-04", id="above the headline"),
        pytest.param(f"{HEADLINE}<p>4. 5. 2020</p>", "2020-05-04", id="points and blanks"),
        pytest.param(
            f"{HEADLINE}<p>Letzte Änderung: 6.5.2020 - 14:49</p>{STORY * 9}<p>Erschienen am: 4.5.2020</p>",
            "2020-05-04",
            id="changed and appeared",
        ),
    ],
)
def test_the_day_stands_where_pages_show_it(body: str, day: str) -> None:
    assert str(dated(body))[:10] == day


def test_a_headline_that_the_text_begins_with_stands_once() -> None:
    head = "<html><head><title>Harbour reopens after storm</title></head>"
    page = f"{head}<body><article>{HEADLINE}{STORY}</article></body></html>"
    article = article_of(read_markup(page, ""), "")
    assert article.text.count("Harbour reopens") == 1
    assert article.title.value == "Harbour reopens after storm"


@pytest.mark.parametrize(
    ("initial", "paragraph", "words"),
    [
        (
            "<span>T</span>",
            "<p>he storm closed it on Friday when the west wind rose.</p>",
            "The storm closed it on Friday when the west wind rose.",
        ),
        ("<div>“W</div>", "<p>e closed it,” he said.</p>", "“We closed it,” he said."),
        ("<h4>A</h4>", "<p>A storm closed it on Friday.</p>", "A storm closed it on Friday."),
    ],
)
def test_a_large_first_letter_belongs_to_its_word(initial: str, paragraph: str, words: str) -> None:
    page = f"<html><body><article>{HEADLINE}<div>{initial}{paragraph}</div>{STORY}</article></body></html>"
    assert words in article_of(read_markup(page, ""), "").text.split("\n")
