"""Bytes become the text they were meant to be, whatever the encoding; what is no text is refused."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InputError
from reader.ingest.article import read_article
from reader.ingest.decoding import decode
from reader.ingest.text import read_text

WORDS = "“Café” — Müller, naïve façade: 20 € for Šibenik’s œuvre…"


@pytest.mark.parametrize(
    "raw",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 bom", "utf-16-le bom", "utf-16-be bom", "utf-32 bom", "utf-16-le", "utf-16-be", "cp1252"],
)
def test_every_encoding_gives_the_same_text(raw: bytes) -> None:
    assert decode(raw) == WORDS


def test_stray_bytes_do_not_spoil_the_good_ones() -> None:
    mixed = "Müller said: ".encode() + "“Non”".encode("cp1252") + " – and “oui”. Ωμέγα.".encode()
    assert decode(mixed) == "Müller said: “Non” – and “oui”. Ωμέγα."


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7 some words",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        b"\x7fELF" + b"\x00" * 300,
        bytes(range(256)) * 40,
        b"text" + b"\x00\x01\x02\x03" * 100,
        b"\x00" * 50,
    ],
)
def test_binary_files_are_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match="holds binary data, not text"):
        read_article(raw, "x.txt", markdown=False)


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", codecs.BOM_UTF8, b"\xc2\xa0\n"])
def test_files_without_a_word_are_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"is empty|holds no readable text"):
        read_article(raw, "x.txt", markdown=False)


@given(st.text(max_size=200))
def test_utf8_text_comes_back_as_it_was(text: str) -> None:
    try:
        assert decode(text.encode("utf-8", "surrogatepass")) == text.removeprefix("\ufeff") or not text.isprintable()
    except InputError:
        assert not text.isprintable()


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_sentence(raw: bytes) -> None:
    with suppress(InputError):
        assert len(decode(raw)) <= len(raw)


def test_blanks_at_the_edges_of_lines_survive() -> None:
    raw = " date 2023-04-19 Words\r\n\u00a0 \n Indented. \t\n".encode()
    assert read_text(raw).text == " date 2023-04-19 Words\n  \n Indented.  \n"


def test_terminal_sequences_do_not_survive() -> None:
    assert read_text(b"a\x1b[31mb\x1b]0;t\x07 [/red] &#27; c").text == "ab0;t [/red]  c"
