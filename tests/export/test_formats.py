"""What every format promises: each sentence of each source is there, and nothing from outside becomes markup."""

from __future__ import annotations

import csv
import io
import json
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.csv import COLUMNS, without_formula
from reader.export.formats import Format, exported, format_of, proposed_name
from reader.export.html_style import DARK, LIGHT, PRINTED
from reader.export.json import comparison_object, dumps
from reader.export.links import safe_link
from reader.export.markdown_text import literal, quoted
from reader.export.names import distinct_names
from reader.export.report import Emphasis, Piece
from reader.export.reporting import report_of
from reader.models.article import Article
from reader.models.comparison import Comparison
from reader.sanitize import HOSTILE, sanitize
from tests.export.comparisons import DAY, TITLE, hostile, velden

READABLE = [Format.MARKDOWN, Format.HTML, Format.CSV]
NASTY = [
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    "]]> <!-- --> &lt;b&gt; &#60;i&#62;",
    "\" onmouseover='x' `",
    "a\u202eb\x1b[2Jc\u200f\x00d\ud800",
    "# heading",
    "- item",
    "1. item",
    "[text](javascript:alert(1)) ![x](http://e.example/a.png)",
    "| cell | cell |",
    "*strong* __strong__ ~~gone~~ `code` $x$",
    "http://a.example www.b.example me@c.example <d@e.example>",
    '=HYPERLINK("http://a.example")',
    "'=1+1",
    "+5",
    "===",
    "---",
    "```",
    "~~~",
    "    indented",
    "\\",
    "text\n\n# heading\n> quote",
]
texts = st.one_of(
    st.sampled_from(NASTY),
    st.lists(st.sampled_from([*NASTY, *"<>&\"'`*_[]()#+-=|~\\!:/.@ \n\t", "word", "1", "ä"]), max_size=12).map("".join),
    st.text(max_size=40),
)


def flat(text: str) -> str:
    return " ".join(text.split())


class Page(HTMLParser):
    """The elements of a page, and its text; an element that is not closed where it must be is an error."""

    VOID = frozenset({"meta", "br", "hr", "col"})

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.style = ""
        self.paragraphs: list[tuple[dict[str, str | None], str]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if "data-start" in dict(attrs):
            self.paragraphs.append((dict(attrs), ""))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
            return
        self.text += data
        if self.paragraphs and "blockquote" in self.open:
            attributes, words = self.paragraphs[-1]
            self.paragraphs[-1] = attributes, words + data


@pytest.mark.parametrize("form", [*READABLE, Format.TEXT])
def test_every_sentence_of_every_reading_is_there(form: Format) -> None:
    comparison, articles = velden()
    written = exported(form, comparison, articles, TITLE, DAY)
    if form is Format.HTML:
        written = Page(written).text
    if form is Format.MARKDOWN:
        written = written.replace("**", "")
    if form is Format.CSV:
        written = " ".join(line["sentence"] for line in csv.DictReader(io.StringIO(written, newline="")))
    for row in comparison.rows:
        for reading in row.readings:
            assert articles[reading.article].text[reading.start : reading.end] in written


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML])
def test_every_source_can_be_cited(form: Format) -> None:
    written = exported(form, *velden(), TITLE, DAY)
    written = Page(written).text if form is Format.HTML else written
    for words in ("Tarn Herald", "Crack closes Velden's oldest bridge", "~4 Mar 2024", "Ada Brandt, Jon Oake"):
        assert words in written
    assert "https://herald.example/velden?id=1&page=2" in written
    assert "/news/002_article.txt" in written
    assert "probably Ines Marlow (a guess)" in written


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML])
def test_agreement_comes_before_difference_and_nobody_is_judged(form: Format) -> None:
    written = exported(form, *velden(), TITLE, DAY)
    assert written.index("What several sources say") < written.index("six weeks / three months")
    assert "only" not in written.casefold().replace("read-only", "").split("<style>")[0]
    assert "1 differ" not in written
    assert "conflict" not in written.casefold()


def test_what_is_set_aside_is_no_longer_said_to_disagree() -> None:
    comparison, articles = velden()
    aside = replace(comparison, differences=tuple(replace(each, dismissed=True) for each in comparison.differences))
    rows = list(csv.DictReader(io.StringIO(exported(Format.CSV, aside, articles), newline="")))
    assert {row["mark"] for row in rows} <= set("=≈~◦")
    assert "set aside" in exported(Format.MARKDOWN, aside, articles)


def test_json_is_the_object_of_the_command_line() -> None:
    comparison, articles = velden()
    assert exported(Format.JSON, comparison, articles) == dumps(comparison_object(comparison)) + "\n"
    assert json.loads(exported(Format.JSON, comparison, articles))["schema"] == 1


@pytest.mark.parametrize("form", list(Format))
def test_what_cites_a_missing_article_is_left_out(form: Format) -> None:
    comparison, articles = velden()
    del articles[2]
    assert "Shop owners" not in exported(form, comparison, articles, TITLE, DAY)


def test_offsets_of_the_table_give_the_sentence_back() -> None:
    comparison, articles = velden()
    written = exported(Format.CSV, comparison, articles)
    assert written.startswith(",".join(COLUMNS) + "\r\n")
    lines = list(csv.DictReader(io.StringIO(written, newline="")))
    said = [sum(len(each.readings) for each in comparison.rows), sum(len(each.values) for each in comparison.facts)]
    assert [sum(not line["fact"] for line in lines), sum(bool(line["fact"]) for line in lines)] == said
    by_origin = {article.origin: article for article in articles.values()}
    for line in lines:
        article = by_origin[line["origin"]]
        assert article.text[int(line["start"]) : int(line["end"])] == line["sentence"]
        assert line["published"] == (article.published.value or "")


@given(texts)
@example("'=1")
@example("  @x")
def test_no_cell_is_a_formula_and_every_cell_comes_back(words: str) -> None:
    comparison, articles = hostile(words)
    lines = list(csv.DictReader(io.StringIO(exported(Format.CSV, comparison, articles), newline="")))
    for line in lines:
        for column in ("outlet", "title", "published", "origin", "sentence", "fact", "value"):
            assert not line[column].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    cell = lines[0]["sentence"]
    guarded = without_formula(cell[1:]) == cell and cell.startswith("'")
    assert (cell[1:] if guarded else cell) == sanitize(words[: len(words) // 2]) + sanitize(words[len(words) // 2 :])


@given(texts)
@example("<script>")
def test_no_words_from_outside_become_markup_of_the_page(words: str) -> None:
    page = Page(exported(Format.HTML, *hostile(words, origin=words), words, words))
    plain = Page(exported(Format.HTML, *hostile("plain words", origin="plain words"), "plain words", "plain words"))
    allowed = {name for name, _ in plain.elements} | {"a", "mark", "u", "cite"}
    assert {name for name, _ in page.elements} <= allowed
    assert page.style == plain.style
    for _, attributes in page.elements:
        assert not any(name.startswith("on") or name in {"style", "src", "srcdoc"} for name in attributes)
        assert (attributes.get("href") or "#").startswith(("#", "http://", "https://"))
    assert not HOSTILE.search(page.text)
    shown = sanitize(words[: len(words) // 2]) + sanitize(words[len(words) // 2 :])
    assert flat(shown) in {flat(said) for _, said in page.paragraphs}


def test_the_page_is_whole_in_itself() -> None:
    page = Page(exported(Format.HTML, *velden(), TITLE, DAY))
    names = [name for name, _ in page.elements]
    assert names[0] == "html"
    assert page.elements[0][1]["lang"] == "en"
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(names)
    assert "url(" not in page.style
    assert "@import" not in page.style
    policy = next(each["content"] for _, each in page.elements if each.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert b64encode(sha256(page.style.encode()).digest()).decode() in policy


def test_every_inner_link_of_the_page_leads_somewhere_and_no_name_is_given_twice() -> None:
    page = Page(exported(Format.HTML, *velden(), TITLE, DAY))
    names = [each["id"] for _, each in page.elements if "id" in each]
    assert len(names) == len(set(names))
    for _, attributes in page.elements:
        href = attributes.get("href") or ""
        if href.startswith("#"):
            assert href[1:] in names
    for _, attributes in page.elements:
        if "aria-labelledby" in attributes:
            assert attributes["aria-labelledby"] in names


def test_headings_of_the_page_leave_no_level_out_and_tables_name_their_columns() -> None:
    page = Page(exported(Format.HTML, *velden(), TITLE, DAY))
    levels = [int(name[1]) for name, _ in page.elements if name in {"h1", "h2", "h3", "h4"}]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all("scope" in attributes for name, attributes in page.elements if name == "th")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", [LIGHT, DARK, PRINTED])
@pytest.mark.parametrize(
    ("over", "under"),
    [("ink", "paper"), ("muted", "paper"), ("accent", "paper"), ("ink", "disputed"), ("paper", "frame")],
)
def test_colours_have_the_contrast_that_eyes_need(colours: dict[str, str], over: str, under: str) -> None:
    light, dark = sorted((luminance(colours[over]), luminance(colours[under])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def rendered(markdown: str) -> str:
    return Page(RENDERER.render(markdown)).text


@given(texts)
def test_escaped_words_are_shown_as_they_are(words: str) -> None:
    clean = sanitize(words)
    page = Page(RENDERER.render(f"> {literal(clean)}"))
    assert flat(page.text) == flat(clean)
    assert {name for name, _ in page.elements} <= {"blockquote", "p"}


@given(st.lists(st.tuples(texts, st.sampled_from(Emphasis)), max_size=5))
def test_marked_passages_are_shown_as_they_are(parts: list[tuple[str, Emphasis]]) -> None:
    pieces = [Piece(sanitize(words), emphasis) for words, emphasis in parts]
    page = Page(RENDERER.render(f"- {quoted(pieces)}"))
    assert flat(page.text) == flat("".join(piece.words for piece in pieces))
    assert {name for name, _ in page.elements} <= {"ul", "li", "p", "strong"}


def test_what_is_in_dispute_is_strong() -> None:
    pieces = [Piece("It is "), Piece("12 miles", Emphasis.DISPUTED), Piece(" to the border.")]
    assert quoted(pieces) == "It is **12 miles** to the border."


@given(texts)
def test_no_words_from_outside_become_markup_of_the_markdown(words: str) -> None:
    page = Page(RENDERER.render(exported(Format.MARKDOWN, *hostile(words, origin=words), words, words)))
    plain = Page(RENDERER.render(exported(Format.MARKDOWN, *hostile("plain words", origin="o"), "plain words", "p")))
    assert {name for name, _ in page.elements} <= {name for name, _ in plain.elements} | {"a", "strong"}
    headings = [name for name, _ in page.elements if name in {"h1", "h2", "h3"}]
    assert headings == [name for name, _ in plain.elements if name in {"h1", "h2", "h3"}]
    links = [attributes["href"] for name, attributes in page.elements if name == "a"]
    assert all(safe_link(words) for _ in links)


@pytest.mark.parametrize(
    ("origin", "safe"),
    [
        ("https://a.example/b?c=d&e=f#g", True),
        ("http://a.example", True),
        ("HTTPS://A.example/", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://user:word@a.example/", False),
        ("https://a.example/ b", False),
        ('https://a.example/"b', False),
        ("https://a.example/\u202e", False),
        ("https://\u212a.example/", False),
        ("https:///path", False),
        ("https://[1", False),
        ("/news/a.txt", False),
    ],
)
def test_only_plain_web_addresses_become_links(origin: str, safe: bool) -> None:  # noqa: FBT001 (what is expected)
    assert (safe_link(origin) == origin) is safe


@given(st.lists(st.tuples(st.sampled_from(["A", "B", None]), st.sampled_from(["/x/1.txt", "/x/2_a.txt", "/y/1.txt"]))))
def test_no_two_sources_have_one_name(sources: list[tuple[str | None, str]]) -> None:
    names = distinct_names((number, outlet, origin) for number, (outlet, origin) in enumerate(sources))
    assert len(set(names.values())) == len(sources)


@given(texts, st.sampled_from(Format))
def test_a_proposed_name_is_a_plain_name_of_its_format(title: str, form: Format) -> None:
    name = proposed_name(title, DAY, form)
    assert format_of(name) is form
    assert not set(name) & set('/\\:*?"<>|~ \n\t\x00')
    assert not name.startswith((".", "-"))
    assert len(name.encode()) < 255


# Figures and facts


def disputed_figure() -> tuple[Comparison, dict[int, Article]]:
    comparison, articles = velden()
    (group,) = (each for each in comparison.figures if each.label == "repair · week")
    return replace(comparison, figures=(group, *(each for each in comparison.figures if each is not group))), articles


def test_figures_that_agree_stand_before_those_in_dispute() -> None:
    marks = [figure.mark for figure in report_of(*disputed_figure()).figures]
    assert marks == sorted(marks, key="=≈!?◦".index)
    assert {"=", "!"} < set(marks)


def test_figures_disagree_only_where_a_difference_that_stands_says_so() -> None:
    comparison, articles = disputed_figure()
    dismissed = tuple(replace(each, dismissed=True) for each in comparison.differences)
    for differences in ((), dismissed):
        figures = report_of(replace(comparison, differences=differences), articles).figures
        assert {figure.mark for figure in figures} == {"=", "≈"}


@pytest.mark.parametrize("chosen", [Format.MARKDOWN, Format.HTML])
def test_what_one_source_alone_says_makes_no_line_of_a_table(chosen: Format) -> None:
    page = exported(chosen, *velden(), TITLE, DAY)
    facts = page[page.index("What happened</h2>" if chosen is Format.HTML else "## What happened") :]
    table, below = facts.split("What is not matched elsewhere", maxsplit=1)
    assert "1931" not in table
    assert "1931" in below.split("Figures", maxsplit=1)[0]
