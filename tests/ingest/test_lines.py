"""Labels and offsets hold for any text: every line once, in order, and nothing of the text changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InputError
from reader.ingest.article import read_article
from reader.ingest.dates import find_date, is_date_line, published_date, scraper_prefix
from reader.ingest.language import language_of
from reader.ingest.metadata import first_sentence, shortened
from reader.models.article import STORY_LABELS, LineLabel
from reader.sanitize import sanitize

PIECES = st.sampled_from(
    [
        *("By Ann Lee", "Advertisement", "READ: Ships", "A ship came in.", "\n", "\n\n", " ", "Ann Lee", "\u202e"),
        *("“I saw it,” he said.", "(photo credit: A B/C D)", "Published: May 2, 2024", " date 2023-04-19 ", "Ship"),
        *("Subscribe to The Daily Ship", "https://x.example/1", "\t", "\u00a0", "×", "- one", "“", "\x1b[2J", "1."),
        "The harbour of the old town was closed on Monday after a ship had sunk in the fairway.",
    ]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join))
def test_every_line_that_is_not_blank_is_labelled_once(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    try:
        article = read_article(raw, "x.txt", markdown=False)
    except InputError:
        return
    parts = [article.text[line.start : line.end] for line in article.lines]
    assert all(part.strip() and "\n" not in part for part in parts)
    assert "".join(parts) == "".join(line for line in article.text.split("\n") if line.strip())
    assert sanitize(article.text) == article.text
    assert article.title.value
    assert "\n" not in article.title.value


@given(st.lists(PIECES, max_size=30).map("".join))
def test_labelling_is_deterministic(text: str) -> None:
    try:
        once = read_article(text.encode(), "x.txt", markdown=False)
    except InputError:
        return
    assert read_article(text.encode(), "x.txt", markdown=False) == once


@pytest.mark.parametrize(
    "sentence",
    [
        "You may think that this is none of your business.",
        "By signing the treaty, our two countries end a war of nine years.",
        "Follow the money, the prosecutor told the jury.",
        "We asked the readers of four towns what they would miss.",
        "He did not comment.",
        "Share prices fell by 4% on Tuesday.",
        "Sign language was used in the chamber for the first time.",
        "Members of the community met the minister on Friday evening.",
        "Read in parliament, the letter caused an uproar.",
        "Watch towers along the border were manned again.",
        "The last updated map is of 1931, the surveyor said.",
        "Photo albums were all that the family could save (they left everything else behind).",
        "From Monday to Friday, nobody may enter the mine.",
        "“Subscribe to nothing, sign nothing,” her father had told her.",
        "It was, The Evening Post reported, the largest strike since 1926 (Reuters put the number lower).",
        "By Friday the water had gone, said Ann Lee of the water board.",
        "Copyright law will change in the spring, the minister of culture said.",
        "Related to the king by marriage, she had always been watched.",
        "More from Skarn was to come, the pilots said, and it came at night.",
        "Oda Krill reported from the front for two years before she was elected mayor.",
        "The heavy rain contributed to this accident, the inspectors wrote.",
        "If you have information about this case, the police of Skarn said, call at once.",
        "With help from Berlin, the town built a new bridge.",
        "Getty Images sued the maker of a drawing machine in March.",
    ],
)
def test_sentences_of_an_article_are_kept_as_its_text(sentence: str) -> None:
    around = "The council of the old town met on Monday to talk about the harbour and its many debts."
    text = (
        f"Council meets about harbour debts\n\n{around}\n\n{sentence}\n\nIt will meet again in a week, the mayor said."
    )
    article = read_article(text.encode(), "x.txt", markdown=False)
    label = {article.text[line.start : line.end]: line.label for line in article.lines}[sentence]
    assert label in STORY_LABELS


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Like this: Like Loading...", LineLabel.BOILERPLATE),
        ("To contact the reporter on this story: Ann Lee in Skarn at alee@example.net", LineLabel.BOILERPLATE),
        ("00:00 / 03:12", LineLabel.BOILERPLATE),
        ("Your email address will not be published. Required fields are marked *", LineLabel.BOILERPLATE),
        ("(With inputs from agencies)", LineLabel.BYLINE),
        ("With files from The Coast Press", LineLabel.BYLINE),
        ("-- With AFP", LineLabel.BYLINE),
        ("Illustrative: a tug in the fairway. (iStock)", LineLabel.CAPTION),
        ("Getty Images Divers come back from the wreck at dusk", LineLabel.CAPTION),
        ("Skip Twitter post by @skarnpilots", LineLabel.EMBED),
        ("Nobody is on board any more. — Skarn Pilots (@skarnpilots) 5 March 2025", LineLabel.EMBED),
        ("[What the pilots knew about the wreck]", LineLabel.RELATED),
    ],
)
def test_lines_between_paragraphs_that_are_not_the_article(line: str, label: LineLabel) -> None:
    before = "The harbour of the old town was closed on Monday after a ship had sunk in the fairway, the pilots said."
    after = "Divers looked for two sailors until it was dark. Nobody could say when the next ferry would leave."
    article = read_article(f"Harbour closed\n\n{before}\n\n{line}\n\n{after}".encode(), "x", markdown=False)
    assert {article.text[line.start : line.end]: line.label for line in article.lines}[line] is label


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2023-04-19", "2023-04-19"),
        ("2023-04-19T18:05:33Z", "2023-04-19T18:05"),
        ("MAY 28, 2023 15:05", "2023-05-28T15:05"),
        ("Sun 28 May 2023 15.05 BST", "2023-05-28T15:05"),
        ("28th May, 2023 at 3:05 p.m.", "2023-05-28T15:05"),
        ("12:10 a.m., June 1, 2023", "2023-06-01T00:10"),
        ("12.02.2024, 17:40 Uhr", "2024-02-12T17:40"),
        ("05/28/2023", "2023-05-28"),
        ("le 5 avril 2023 à 18h30", "2023-04-05T18:30"),
        ("9 de agosto de 2023", "2023-08-09"),
        ("3. März 2021", "2021-03-03"),
    ],
)
def test_dates_in_every_spelling(words: str, iso: str) -> None:
    found = find_date(words)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "words", ["31 June 2023", "2023-13-01", "May 2023", "March 3", "9/11", "version 1.2.2023.4", "in 2020"]
)
def test_what_is_no_full_date_is_none(words: str) -> None:
    assert find_date(words) is None


def test_lines_with_dates() -> None:
    assert is_date_line("Published: MAY 28, 2023 15:05")
    assert is_date_line("Thu 17 Mar 2022 08.05 GMT")
    assert is_date_line("2 hours ago")
    assert not is_date_line("On May 28, 2023 the war began")
    assert published_date("Updated on 3 May 2022") is not None
    assert published_date("3 May 2022") is None
    prefix = scraper_prefix("date 2023-04-19 Words of the page")
    assert prefix is not None
    assert (prefix.iso, prefix.end) == ("2023-04-19", 15)
    assert scraper_prefix("date 2023-04-19") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said on Monday that the talks with the unions were over and that he would not wait.", "en"),
        (
            "Der Minister sagte am Montag, dass die Gespräche mit den Gewerkschaften zu Ende sind und er nicht wartet.",
            "de",
        ),
        (
            "Le ministre a dit lundi que les discussions avec les syndicats sont finies et qu'il ne va pas attendre.",
            "fr",
        ),
        (
            "El ministro dijo el lunes que las conversaciones con los sindicatos han terminado y que no va a esperar.",
            "es",
        ),
        ("Il ministro ha detto lunedì che i colloqui con i sindacati sono finiti e che non vuole più aspettare.", "it"),
        (
            "O ministro disse que as conversas com os sindicatos não vão continuar e que ele foi claro.",
            "pt",
        ),
        ("Министр сказал в понедельник, что переговоры с профсоюзами закончены.", "ru"),
        ("השר אמר ביום שני שהשיחות עם האיגודים הסתיימו", "he"),
        ("Oslo Bergen Trondheim Stavanger Tromsø", None),
        ("", None),
    ],
)
def test_languages(text: str, code: str | None) -> None:
    assert language_of(text) == code


def test_derived_titles_end_at_a_sentence_or_a_word() -> None:
    assert first_sentence("Dr. Lee met Gen. A. Ray on Jan. 5. They talked.") == "Dr. Lee met Gen. A. Ray on Jan. 5."
    assert first_sentence("“Stop!” he said. Nobody did.") == "“Stop!” he said."
    title = shortened("word " * 60)
    assert len(title) <= 101
    assert title.endswith("word…")
    assert len(shortened("x" * 5000)) <= 100


def test_a_scrapers_date_is_a_part_of_its_own() -> None:
    article = read_article(
        b" date 2024-05-02 Ferry returns to port\n\nThe ferry came back on Thursday.\n", "x", markdown=False
    )
    parts = [(line.label, article.text[line.start : line.end]) for line in article.lines]
    assert parts[:2] == [(LineLabel.DATE, " date 2024-05-02 "), (LineLabel.TITLE, "Ferry returns to port")]
    assert article.published.value == "2024-05-02"
