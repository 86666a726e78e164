"""Markdown becomes readable text; its marks tell headline, captions and links apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InputError
from reader.ingest.article import is_markdown, read_article
from reader.models.article import Article, LineLabel, Status

LONG = (
    "The bakers of Ulm went on strike on Saturday, and nobody knows when there will be bread again in the town, "
    "said the guild's speaker, who asked for patience."
)


def read(source: str) -> Article:
    return read_article(source.encode(), "x.md", markdown=True)


def labelled(article: Article) -> list[tuple[str, str]]:
    return [(line.label.value, article.text[line.start : line.end]) for line in article.lines]


def test_front_matter_markup_and_pictures() -> None:
    article = read(
        "---\n"
        'title: "Bakers strike: no bread on Sunday"\n'
        "author:\n  - Ines Weller\n  - 'Tom Óg'\n"
        "date: 2024-02-03T07:15:00+01:00\n"
        "site_name: The Morning Crumb\n"
        "lang: en-GB\n"
        "url: https://crumb.example/1\n"
        "---\n\n"
        "# Bakers strike: no bread on Sunday\n\n"
        "*Four in five ovens of the town stay cold*\n\n"
        '![Bakers before the town hall](a.jpg "Photo: Ines Weller")\n\n'
        "The **bakers** of Ulm went on strike on [Saturday](https://x.example/s), and\n"
        "nobody knows when there will be bread again in the town, said the\n"
        "guild's speaker, who asked for patience.\n\n"
        "## Nobody gives way\n\n"
        "> “We get up at two,” said one baker. &quot;Enough&quot; was his last word.\n\n"
        "- more pay\n- longer nights\n\n"
        "[A short history of the pretzel in seven pictures](https://x.example/p)\n\n"
        "| day | ovens |\n|-----|-------|\n| Sat | 12 |\n\n"
        "<div class='ad'><script>alert(1)</script></div>\n\n"
        "<!-- nothing to see -->\n\n"
        "The talks go on tonight.\n"
    )
    assert labelled(article) == [
        ("source", "The Morning Crumb"),
        ("byline", "Ines Weller; Tom Óg"),
        ("date", "2024-02-03T07:15:00+01:00"),
        ("title", "Bakers strike: no bread on Sunday"),
        ("standfirst", "Four in five ovens of the town stay cold"),
        ("caption", "Bakers before the town hall Photo: Ines Weller"),
        (
            "body",
            LONG,
        ),
        ("crosshead", "Nobody gives way"),
        ("body", '“We get up at two,” said one baker. "Enough" was his last word.'),
        ("body", "- more pay"),
        ("body", "- longer nights"),
        ("related", "A short history of the pretzel in seven pictures"),
        ("body", "day | ovens"),
        ("body", "Sat | 12"),
        ("body", "The talks go on tonight."),
    ]
    assert article.title.value == "Bakers strike: no bread on Sunday"
    assert article.outlet.value == "The Morning Crumb"
    assert article.authors.value == ("Ines Weller", "Tom Óg")
    assert article.published.value == "2024-02-03T07:15"
    assert article.language.value == "en"
    assert {article.title.status, article.outlet.status, article.published.status} == {Status.STATED}


@pytest.mark.parametrize(
    ("field", "authors"),
    [
        ("author: Ann Lee", ("Ann Lee",)),
        ("author: By Ann Lee and Bo Kim", ("Ann Lee", "Bo Kim")),
        ("authors: [Ann Lee, 'Bo Kim']", ("Ann Lee", "Bo Kim")),
        ("authors:\n- name: Ann Lee\n  email: a@x.example\n- name: Bo Kim", ("Ann Lee", "Bo Kim")),
        ("byline: Ann Lee", ("Ann Lee",)),
    ],
)
def test_authors_are_read_in_every_spelling_of_front_matter(field: str, authors: tuple[str, ...]) -> None:
    article = read(f"---\ntitle: Bread\n{field}\n---\nThe bakers of Ulm went on strike on Saturday.\n")
    assert article.authors.value == authors


def test_a_headline_in_front_matter_only_is_a_line_of_the_text() -> None:
    article = read("---\ntitle: Bread is back\n---\nThe bakers of Ulm went back to work on Monday.\n")
    assert labelled(article) == [("title", "Bread is back"), ("body", "The bakers of Ulm went back to work on Monday.")]
    assert article.title.evidence is not None
    assert (article.title.evidence.line, article.title.evidence.rule) == (1, "front matter")


def test_lines_of_a_scrape_stay_lines() -> None:
    article = read(
        "# Bread is back\n\nBy Ann Lee\nPublished: May 2, 2024\n\nThe bakers of Ulm went back to work on Monday.\n"
    )
    assert [label for label, _ in labelled(article)] == ["title", "byline", "date", "body"]
    assert article.published.value == "2024-05-02"


def test_text_in_html_blocks_is_read_without_tags() -> None:
    article = read("# Bread\n\n<div><p>The bakers of Ulm &amp; Bern went on strike.</p>\n<p>It lasts.</p></div>\n")
    assert "The bakers of Ulm & Bern went on strike.\nIt lasts." in article.text


@given(st.text(st.sampled_from("ab *_[]()!`<>#-|\n&;027x\\~:"), max_size=120))
def test_any_markdown_gives_lines_that_cover_the_text(source: str) -> None:
    try:
        article = read(source + "\nx")
    except InputError:
        return
    lines = [article.text[line.start : line.end] for line in article.lines]
    assert lines == [line for line in article.text.split("\n") if line.strip()]


def test_character_references_cannot_smuggle_escapes() -> None:
    article = read(
        "# A &#27;[31mred&#x9b;31m &#8238;title\n\nWords with &#10; breaks and &#0; zeros, enough of them.\n"
    )
    assert not set(article.text) & {"\x1b", "\x9b", "\u202e", "\x00"}
    assert [line.label for line in article.lines] == [LineLabel.TITLE, LineLabel.BODY]


@pytest.mark.parametrize(("name", "said"), [("a.md", True), ("a.MARKDOWN", True), ("a.txt", False), ("md", False)])
def test_markdown_is_known_by_its_ending(name: str, *, said: bool) -> None:
    assert is_markdown(name) is said
