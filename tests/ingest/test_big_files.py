"""Of a big file a bounded part is parsed and labelled; the rest is kept as it is, and nothing of it is lost."""

from __future__ import annotations

import gc
import subprocess
import sys
from dataclasses import replace
from functools import partial
from time import process_time

import pytest

from reader.errors import InputError
from reader.foreign import deadline
from reader.foreign.limits import USUAL
from reader.ingest import markdown
from reader.ingest.article import article_of, read_article
from reader.ingest.forms.form import Source
from reader.ingest.lines import LABELLED_LINES
from reader.ingest.reading import read_entries
from reader.models.article import LineLabel
from reader.models.extent import analysed_end, extent_sentence
from tests.command import environment


def test_the_marks_of_the_end_of_a_big_file_are_not_parsed_but_its_words_are_there() -> None:
    items = 2 * markdown.MARKED_CHARACTERS // 40
    raw = "".join(f"- item number {number:06} of the list\n" for number in range(items)).encode()
    article = read_article(raw, "/list.md", markdown=True)
    assert "item number 000000 of the list" in article.text
    assert f"- item number {items - 1:06} of the list" in article.text
    assert article.text.count("item number") == items


def test_lines_beyond_those_that_are_labelled_are_body() -> None:
    raw = b"A headline\n\n" + b"Share this\n" * (LABELLED_LINES + 100)
    lines = read_article(raw, "/long.txt", markdown=False).lines
    assert len(lines) == LABELLED_LINES + 101
    assert {line.label for line in lines[LABELLED_LINES:]} == {LineLabel.BODY}


READ = """
import sys
from pathlib import Path
from reader.ingest.article import read_article
article = read_article(b"ab\\n" * 700_000, sys.argv[1], markdown=sys.argv[1].endswith(".md"))
assert len(article.lines) == 700_000
(peak,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
print(int(peak.split()[1]) // 1024)
"""
"""Reads two megabytes of the shortest lines, and says how many megabytes that took at most."""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("name", ["/short.txt", "/short.md"])
def test_the_shortest_lines_take_no_more_memory_than_any_other_text(name: str) -> None:
    words = [sys.executable, "-c", READ, name]
    done = subprocess.run(words, env=environment(), capture_output=True, text=True, check=True)
    assert int(done.stdout) < 300


def test_what_is_not_analysed_of_an_article_is_told() -> None:
    short = read_article(b"A headline\n\nThe harbour was closed on Monday.", "/short.txt", markdown=False)
    assert (analysed_end(short), extent_sentence(short)) == (len(short.text), "")
    long = read_article(b"A headline\n\n" + b"The harbour was closed on Monday. " * 6000, "/long.txt", markdown=False)
    assert 149_000 < analysed_end(long) <= 150_000
    assert extent_sentence(long).startswith("Only the first 149,99")


@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_a_text_that_takes_too_long_is_refused_in_time(
    ending: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr(deadline, "USUAL", replace(USUAL, cpu_seconds=0.1))
    for callback in list(gc.callbacks):  # Hypothesis's: what is raised while one runs gets lost, and is told as a fault
        gc.callbacks.remove(callback)
        request.addfinalizer(partial(gc.callbacks.append, callback))
    raw = b"# Harvest\n\n" + b"- a [link](http://x.org/y) to *some* sack of **wheat** in the valley\n" * 100_000
    source = Source(f"/news/harvest{ending}")
    start = process_time()
    with pytest.raises(InputError, match="takes more than"):
        article_of(read_entries(raw, source)[0].draft, source.origin)
    assert process_time() - start < 3
