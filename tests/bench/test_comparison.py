"""Comparing must stay cheap: CPU time of the same work at two sizes, and beside other work, inside one run."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from subprocess import run
from time import process_time

import pytest

from reader.analysis.alignment.align import align
from reader.analysis.clauses.annotate import with_clauses
from reader.analysis.clauses.parser import SpacyParser
from reader.analysis.comparison import compare
from reader.analysis.comparison.dates.claims import date_claims
from reader.analysis.comparison.effort import Effort
from reader.analysis.comparison.facts.compare import facts_of
from reader.analysis.comparison.facts.grouping import grouped
from reader.analysis.comparison.facts.tellings import tellings_of
from reader.models.annotations import AnalysedArticle
from tests.analysis.comparison.stock import STOCK, dense_lines
from tests.analysis.comparison.written import EVENT_NAMES, read_event, written_article

pytestmark = pytest.mark.bench

SENTENCES = 30
FEW, MANY = 10, 30

SHARE_OF_FACTS = 0.3
"""Share of a comparison that putting together who, when and where may cost; it was a tenth."""

QUADRATIC = 9
"""How many times more pairs of articles there are among 30 than among 10."""

DOUBLED = 2.6
"""How many times more may twice as many quotations, sentences or articles cost."""

MOST_MEMORY = 300
"""Megabytes that comparing 300 articles of one event may take in all."""

IN_A_CHILD = """
import re
import sys
from pathlib import Path
from time import process_time
sys.path[:0] = ["."]
from reader.analysis.comparison import compare
from tests.bench.test_comparison import of_one_stock
many = of_one_stock(300, 30)
end = process_time() + 10
compare(many, stopped=lambda: process_time() >= end)
print(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""

OVER_READING = 5
"""Comparing 30 articles may cost so many times what finding their sentences, figures, dates and quotations costs; on
the machine of the budget (1 s of CPU) it was two or three times as much."""


def reports(count: int, seed: int) -> list[AnalysedArticle]:
    """Articles of 30 sentences drawn from the test events, a few words of each exchanged: far denser than any event."""
    rng = Random(seed)  # noqa: S311 made-up articles, no secrets
    pool = [
        line for name in EVENT_NAMES for made in read_event(name).articles for line in made.article.text.split("\n")
    ]
    words = [word for line in pool for word in line.split()]
    written = []
    for number in range(1, count + 1):
        lines = []
        for line in rng.choices(pool, k=SENTENCES):
            changed = line.split()
            for _ in range(3):
                changed[rng.randrange(len(changed))] = rng.choice(words)
            lines.append(" ".join(changed))
        written.append(written_article(lines, number, "2024-05-01"))
    return written


def cpu_of_comparing(articles: list[AnalysedArticle]) -> float:
    start = process_time()
    compare(articles)
    return process_time() - start


def test_comparing_grows_with_the_pairs_of_articles_and_no_faster() -> None:
    few, many = reports(FEW, 1), reports(MANY, 1)
    compare(few)
    assert cpu_of_comparing(many) < 1.5 * QUADRATIC * max(cpu_of_comparing(few), 0.01)


def of_one_stock(count: int, sentences: int) -> list[AnalysedArticle]:
    """Articles of one event, drawn from one stock of sentences and reworded: nearly every sentence has counterparts."""
    lines = dense_lines(count, 1, sentences)
    return [written_article(each, number, "2024-06-05") for number, each in enumerate(lines, start=1)]


def of_quotations(count: int) -> list[AnalysedArticle]:
    """Three articles of so many short quotations each, all about the same."""
    rng = Random(5)  # noqa: S311 made-up articles, no secrets
    words = sorted({word.strip('".,').lower() for line in STOCK for word in line.split()})
    quoted = [[f'"The {" ".join(rng.choices(words, k=7))} ferry," he said.' for _ in range(count)] for _ in range(3)]
    return [written_article(lines, number, "2024-06-05") for number, lines in enumerate(quoted, start=1)]


DOUBLINGS = {
    "quotations": (of_quotations(60), of_quotations(120)),
    "sentences": (of_one_stock(6, 30), of_one_stock(6, 60)),
    "articles": (of_one_stock(8, 30), of_one_stock(16, 30)),
    "many articles": (of_one_stock(15, 30), of_one_stock(30, 30)),
}


@pytest.mark.parametrize("what", DOUBLINGS)
def test_twice_as_much_costs_little_more_than_twice(what: str) -> None:
    few, many = DOUBLINGS[what]
    compare(few)
    assert min(map(cpu_of_comparing, (many,) * 3)) < DOUBLED * min(map(cpu_of_comparing, (few,) * 3))


def test_a_deadline_ends_the_comparison_of_three_hundred_articles() -> None:
    many = of_one_stock(300, 12)
    start = process_time()
    whole = compare(many[:30])
    limit = 3 * (process_time() - start)
    start = process_time()
    compared = compare(many, stopped=lambda: process_time() - start > limit)
    assert whole.left_out == ()
    assert compared.left_out
    assert len(compared.articles) == 300


def test_three_hundred_articles_are_compared_in_little_memory() -> None:
    root = Path(__file__).parents[2]
    child = run([sys.executable, "-c", IN_A_CHILD], cwd=root, capture_output=True, text=True, check=True)
    assert int(child.stdout) < MOST_MEMORY * 1024


def test_comparing_thirty_articles_costs_little_more_than_reading_them() -> None:
    start = process_time()
    articles = reports(MANY, 2)
    reading = process_time() - start
    compare(articles[:2])
    assert cpu_of_comparing(articles) < OVER_READING * reading


def test_a_table_of_figures_does_not_stall_the_comparison() -> None:
    table = [f"Company {number} sold {number * 37} cars and {number * 11} vans." for number in range(1, 601)]
    long = [written_article(table, number, "2024-05-01") for number in (1, 2)]
    ordinary = reports(MANY, 3)
    compare(ordinary[:2])
    assert cpu_of_comparing(long) < 10 * cpu_of_comparing(ordinary)


def test_facts_cost_little_beside_the_rest_of_the_comparison() -> None:
    articles = list(with_clauses(reports(FEW, 4), SpacyParser()))
    alignment = align(articles)
    told = tellings_of(alignment, date_claims(alignment), {})
    assert len(told.tellings) > FEW * SENTENCES
    parsed = cpu_of_comparing(articles)
    places = {analysed.article.id: place for place, analysed in enumerate(articles)}
    start = process_time()
    links = {(link.first, link.second): link.tier for link in alignment.links}
    facts_of(alignment, told, links=links, dates=(), conflicts=(), names={}, places=places, effort=Effort())
    assert process_time() - start < SHARE_OF_FACTS * parsed


def test_clauses_that_all_tell_the_same_are_looked_at_in_pairs_once() -> None:
    looked: list[tuple[int, int]] = []

    def are_apart(one: int, other: int) -> bool:
        looked.append((one, other))
        return (one + other) % 7 == 0

    count = 60
    pairs = [(0, one, other) for one in range(count) for other in range(one + 1, count)]
    groups = grouped(count, pairs, are_apart)
    assert len(looked) == len(set(looked)) <= len(pairs)
    assert not any((one + other) % 7 == 0 for group in groups for one in group for other in group if one < other)


def test_a_page_without_stops_costs_no_more_than_its_length() -> None:
    def page(length: int) -> list[AnalysedArticle]:
        words = " ".join(f"on Monday {number} men will open 5 km of road and opened" for number in range(length))
        return [written_article(["Road", words], number, "2024-05-01") for number in (1, 2)]

    short, long = page(400), page(4000)
    assert cpu_of_comparing(long) < 30 * max(cpu_of_comparing(short), 0.01)
