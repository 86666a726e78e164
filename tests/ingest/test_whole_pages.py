"""A whole page that somebody has copied as text: its article is found among menus, links and comments."""

from __future__ import annotations

import pytest

from reader.ingest.article import read_article
from reader.models.article import LineLabel
from tests.ingest.pages.facts import FERRY, PORT, SNOW, Facts

MENU = tuple(
    f"{name} {kind}"
    for kind in ("news", "photos", "letters")
    for name in ("Town", "Harbour", "School", "Church", "Club")
)
LINKS = (
    "Baker wins prize for rye loaf", "Why the old mill was sold twice", "Ten walks for a wet Sunday",
    "Choir seeks tenors", "Map: where the snow lies", "A pony on the ring road", "Quiz of the week", "Weather",
    "Contact", "Imprint",
)  # fmt: skip
COMMENTS = (
    "3 comments",
    "Bea says:",
    "I never liked that thing, to be honest with you, and I told the council so in a letter two years ago.",
    "Reply",
    "Tom says:",
    "You could have told us then, Bea, and not only now that everybody can see what has happened there.",
    "Reply",
)
STORY = {LineLabel.BODY, LineLabel.STANDFIRST, LineLabel.CROSSHEAD}


def page(facts: Facts, before: tuple[str, ...], after: tuple[str, ...], apart: str) -> str:
    head = (facts.title, f"By {facts.authors[0]}", facts.day)
    return apart.join([facts.outlet, *before, *head, *facts.paragraphs, *after])


@pytest.mark.parametrize("apart", ["\n", "\n\n"], ids=["lines", "blank lines"])
@pytest.mark.parametrize("after", [LINKS, COMMENTS + LINKS, LINKS + MENU], ids=["links", "comments", "menu"])
@pytest.mark.parametrize("facts", [PORT, SNOW, FERRY], ids=lambda facts: facts.language + facts.day)
def test_the_article_of_a_whole_page_is_found(facts: Facts, after: tuple[str, ...], apart: str) -> None:
    article = read_article(page(facts, MENU, after, apart).encode(), "x.txt", markdown=False)
    kept = tuple(article.text[line.start : line.end] for line in article.lines if line.label in STORY)
    assert kept == facts.paragraphs
    assert (article.title.value, article.published.value) == (facts.title, facts.day)


def test_an_article_alone_is_kept_whole() -> None:
    for facts in (PORT, SNOW, FERRY):
        text = "\n\n".join(
            (facts.title, facts.day, *facts.paragraphs * 4, "What now?", facts.paragraphs[0] + " Indeed.")
        )
        article = read_article(text.encode(), "x.txt", markdown=False)
        assert sum(line.label is LineLabel.BOILERPLATE for line in article.lines) == 0
