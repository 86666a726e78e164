"""What is read, searched and analysed is clean prose, whatever it came in: each kind of mess in several shapes."""

# ruff: noqa: E501 (a text and its right value, each on one line)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.article import read_article
from reader.ingest.characters import clean
from reader.ingest.decoding import decode
from reader.ingest.mojibake import mend
from reader.ingest.text import prose_of, read_text
from reader.models.article import Article, Status

TWICE = {
    "CafÃ© and ZÃ¼rich": "Café and Zürich",
    "He said â€œnoâ€\x9d and didnâ€™t pay Â£5": "He said “no” and didn’t pay £5",
    "The townâ€”all of itâ€”left": "The town—all of it—left",
    "ÃƒÂ©tÃƒÂ© Ã\u00a0 Paris": "été à Paris",
    "РџРѕСЂС‚ Р·Р°РєСЂС‹С‚": "Порт закрыт",
    "Å\x81ukasz lives in GdaÅ„sk": "Łukasz lives in Gdańsk",
}


@pytest.mark.parametrize("broken", TWICE)
def test_text_that_was_decoded_once_too_often_is_mended(broken: str) -> None:
    assert mend(broken) == TWICE[broken]


@pytest.mark.parametrize(
    "sound",
    ["Ação em São Paulo", "GRÂCE À LUI", "Сірко і Сім’я", "naïve café, £5 – “so”", "Ångström Ærø", "Ã is a letter"],
)
def test_sound_text_is_not_mended(sound: str) -> None:
    assert mend(sound) == sound


OLD = {
    "koi8-r": "Порт закрыт после падения крана. Никто не пострадал, сообщил директор порта.",
    "cp1251": "Пристанището е затворено до петък, съобщи директорът. Няма пострадали хора.",
    "koi8-u": "Порт закрито після падіння крана. Її директор сказав, що ніхто не постраждав.",
    "shift_jis": "港はクレーンの倒壊後に閉鎖された。港は金曜日まで閉鎖されると所長は述べた。",
    "euc-jp": "港はクレーンの倒壊後に閉鎖された。港は金曜日まで閉鎖されると所長は述べた。",
    "iso2022_jp": "港はクレーンの倒壊後に閉鎖された。けが人はいなかった。",
    "gb18030": "港口因起重机倒塌而关闭。港口将关闭至星期五,主任说。没有人受伤。",
    "big5": "港口因起重機倒塌而關閉。港口將關閉至星期五,主任說。沒有人受傷。",
    "euc-kr": "항구는 크레인이 무너진 후 폐쇄되었다. 소장은 금요일까지 폐쇄된다고 말했다.",
    "cp1250": "Přístav uzavřen po pádu jeřábu. Ředitel řekl, že nikdo nebyl zraněn; škody jsou veliké.",
    "iso8859-2": "Port zamknięty po upadku dźwigu. Dyrektor powiedział, że nikt nie został ranny, a żuraw leżał.",
    "cp1253": "Το λιμάνι έκλεισε μετά την πτώση γερανού. Κανείς δεν τραυματίστηκε.",
    "cp1254": "Liman vincin devrilmesinden sonra kapatıldı. Müdür, kimsenin yaralanmadığını söyledi.",
    "cp1255": "הנמל נסגר לאחר נפילת המנוף. המנהל אמר כי איש לא נפגע.",
    "cp1256": "أغلق الميناء بعد سقوط الرافعة. قال المدير إن أحدا لم يصب بأذى.",
    "cp1252": "Le port fermé après la chute d’une grue. « Personne n’a été blessé », a déclaré l’école.",
    "mac-roman": "Der Hafen bleibt nach dem Sturz eines Krans geschlossen. Für Müller und die Größe der Straße.",
}


@pytest.mark.parametrize("encoding", OLD)
def test_encodings_of_before_unicode_are_known_by_their_letters(encoding: str) -> None:
    assert decode(OLD[encoding].encode(encoding)) == OLD[encoding]


WRAPPED = {
    # a mail program's paragraphs
    "The port of Velmar will stay shut until at least Friday, its director\n"
    "said, after a crane fell across the main quay on Monday night. The\n"
    "repair will cost about 1.5 million euros, said Piet Andersen.": (
        "The port of Velmar will stay shut until at least Friday, its director said, after a crane fell across the main "
        "quay on Monday night. The repair will cost about 1.5 million euros, said Piet Andersen."
    ),
    # paragraphs told apart by their short last lines
    "The council of Orrin voted on Monday to shut the old bridge for good.\n"
    "It has stood since 1911, and three towns use it every day, as the mayor\n"
    "said.\n"
    "Nobody in the villages was asked, said a teacher who crosses the bridge\n"
    "every morning with her bicycle and who will now have to take the ferry\n"
    "instead.": (
        "The council of Orrin voted on Monday to shut the old bridge for good. It has stood since 1911, and three towns "
        "use it every day, as the mayor said.\n"
        "Nobody in the villages was asked, said a teacher who crosses the bridge every morning with her bicycle and who "
        "will now have to take the ferry instead."
    ),
    # words parted at the line's end, and words that have a hyphen of their own
    "The port of Velmar will stay shut until Friday, its direc-\n"
    "tor said, after a crane fell across the main quay on Mon-\n"
    "day night. It is a well-known crane and not a self-\n"
    "made one, said Piet Ander-\n"
    "sen, who runs the port.": (
        "The port of Velmar will stay shut until Friday, its director said, after a crane fell across the main quay on "
        "Monday night. It is a well-known crane and not a self-made one, said Piet Andersen, who runs the port."
    ),
    # German, with its capitals
    "Der Hafen bleibt bis Freitag geschlossen, sagte der Direktor der Stadt\n"
    "am Montag. Ein Kran war in der Nacht auf die Kaimauer gestürzt, und die\n"
    "Arbeiten dauern länger, als die Verwaltung zunächst angenommen hatte.": (
        "Der Hafen bleibt bis Freitag geschlossen, sagte der Direktor der Stadt am Montag. Ein Kran war in der Nacht auf "
        "die Kaimauer gestürzt, und die Arbeiten dauern länger, als die Verwaltung zunächst angenommen hatte."
    ),
    # a dash at the line's end joins without a blank
    "The mayor said the bridge would be shut for as long as it took to mend—\n"
    "and that could be years, since nobody had made a plan for it or found a\n"
    "single engineer who knew how the old piers had been set into the river.": (
        "The mayor said the bridge would be shut for as long as it took to mend—and that could be years, since nobody "
        "had made a plan for it or found a single engineer who knew how the old piers had been set into the river."
    ),
}


@pytest.mark.parametrize("broken", WRAPPED, ids=["mail", "short last lines", "hyphens", "German", "dash"])
def test_broken_lines_become_paragraphs(broken: str) -> None:
    assert prose_of(broken) == WRAPPED[broken]
    assert prose_of(prose_of(broken)) == prose_of(broken)


@pytest.mark.parametrize(
    "lines",
    [
        "Harbour closed after ship sinks in the fairway\nThe Velmar Post\n13 March 2024",
        "- Bread and butter for the guests of the house\n- Tea with milk for all who came on foot to it\n- Salt",
        "The sea was calm and the night was long,\nThe boats lay still in the bay;\nAnd over the water we heard a song\nThat sang of another day.",
        "The council voted to shut the bridge on Monday.\nThe mayor said that it would be gone by May.\nNobody was asked.",
        "One\nTwo\nThree\nFour",
    ],
    ids=["head", "list", "verse", "sentences", "words"],
)
def test_lines_of_their_own_stay_lines(lines: str) -> None:
    assert prose_of(lines) == lines


SEEN_THROUGH = {
    "har\u00adbour au\u00adthor\u00adity": "harbour authority",
    "Pi\u200bet An\u2060der\ufeffsen": "Piet Andersen",
    "the o\ufb03ce of the \ufb01rm": "the office of the firm",
    "Jose\u0301 Nu\u0301n\u0303ez in Sa\u0303o Paulo": "José Núñez in São Paulo",
    "3\u00a0May\u20072024, 1\u202f000 km\u3000north\tof it": "3 May 2024, 1 000 km north of it",
    "auf\u200cfinden": "auffinden",
}


@pytest.mark.parametrize("text", SEEN_THROUGH)
def test_invisible_characters_ligatures_and_blanks_are_seen_through(text: str) -> None:
    assert clean(text) == SEEN_THROUGH[text]


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d🚀 flew"])
def test_joiners_stay_where_they_are_part_of_the_writing(text: str) -> None:
    assert clean(text) == text


ENTITIES = {
    "Mayor&#8217;s plan": "Mayor’s plan",
    "&ldquo;No,&rdquo; said Jos&eacute; &amp; Co": "“No,” said José & Co",
    "it costs &pound;5m&nbsp;or&#xa0;more": "it costs £5m or more",
    "&amp;lt; is written so": "&lt; is written so",
    "AT&T; R&D & more &c": "AT&T; R&D & more &c",
}


@pytest.mark.parametrize("text", ENTITIES)
def test_character_references_in_plain_text_are_decoded_once(text: str) -> None:
    assert read_text(text.encode()).text == ENTITIES[text]


def test_nothing_hostile_comes_out_of_a_reference() -> None:
    assert "\x1b" not in read_text(b"a &#27;[31m b &#x202e; c &#155;31m").text


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


BODY = (
    "\n\nThe council voted to shut the old bridge. It will be gone soon, said Karin Smith, who runs it with 17 workers.\n\n"
    "The bridge has stood since 1911, and three towns use it daily, the council added in a note.\n"
)


def headed(head: str) -> Article:
    return read_article((head + BODY).encode(), "x.txt", markdown=False)


@pytest.mark.parametrize(
    "line",
    [
        "13-Mar-2024", "2024.03.13", "Mar 13 '24", "13 Mar ’24", "13/Mar/2024", "Mar-13-2024", "2024 March 13",
        "2024年3月13日", "13. März 2024", "13 marzo del 2024", "Wednesday 13th of March, 2024", "13.3.24", "13-Mar-24",
        "2024년 3월 13일",
    ],
)  # fmt: skip
def test_every_usual_form_of_a_date_line(line: str) -> None:
    article = headed(f"Council shuts old bridge\n{line}")
    assert (article.published.value, article.published.status) == ("2024-03-13", Status.STATED)
    assert [part.label.value for part in article.lines[:2]] == ["title", "date"]


@pytest.mark.parametrize(
    ("line", "published", "status"),
    [
        ("Published 04/03/2024 9:15 AM EST", "2024-04-03T09:15", Status.STATED),
        ("04/03/2024 3:05 PM Eastern Time", "2024-04-03T15:05", Status.STATED),
        ("Published 04/03/2024", "2024-03-04", Status.INFERRED),
        ("04-03-2024", "2024-03-04", Status.INFERRED),
        ("04.03.2024", "2024-03-04", Status.STATED),
        ("03/13/2024", "2024-03-13", Status.STATED),
        ("03/03/2024", "2024-03-03", Status.STATED),
    ],
)
def test_a_day_that_may_be_a_month_is_inferred(line: str, published: str, status: Status) -> None:
    article = headed(f"Council shuts old bridge\n{line}")
    assert (article.published.value, article.published.status) == (published, status)


@pytest.mark.parametrize(
    "lines",
    [
        "Updated March 14, 2024 | Posted March 13, 2024",
        "Last updated: 14 March 2024\nPublished: 13 March 2024",
        "Modified 14.03.2024, published 13.03.2024",
        "Updated: March 14, 2024\n13 March 2024",
        "Aktualisiert am 14. März 2024, veröffentlicht am 13. März 2024",
    ],
)
def test_published_counts_before_updated(lines: str) -> None:
    assert headed(f"Council shuts old bridge\n{lines}").published.value == "2024-03-13"


@pytest.mark.parametrize(
    ("head", "outlet", "authors"),
    [
        ("By Chris Aldane, For the Orrin Herald", "the Orrin Herald", ("Chris Aldane",)),
        ("By Chris Aldane | Special to the Orrin Courier", "the Orrin Courier", ("Chris Aldane",)),
        ("By Chris Aldane, special to the Orrin Herald", "the Orrin Herald", ("Chris Aldane",)),
        ("By Chris Aldane for The Continental", "The Continental", ("Chris Aldane",)),
        ("Print This Post", None, None),
        ("Share This Report", None, None),
    ],
)
def test_whom_an_author_writes_for_is_the_outlet_and_a_button_is_none(
    head: str, outlet: str | None, authors: tuple[str, ...] | None
) -> None:
    article = headed(f"Storm cuts power\n{head}\n13 March 2024")
    assert (article.outlet.value, article.authors.value) == (outlet, authors)


@pytest.mark.parametrize(
    "title",
    [
        "The mill burned down. Its owner will rebuild",
        "The mill burned down. Its owner will rebuild.",
        "‘We lost it all.’ A mill burns",
        "Storm. Flood. Fire.",
        "Council votes to shut the old bridge over the river Velm after engineers find cracks in all three of its piers today",
    ],
)
def test_titles_stay_whole(title: str) -> None:
    article = headed(f"{title}\nThe Velmar Post\n13 March 2024")
    assert (article.title.value, article.title.status) == (title, Status.STATED)
