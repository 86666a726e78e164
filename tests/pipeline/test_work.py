"""The worker's steps: what is asked, in which order, and what a newer version does again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from math import inf
from pathlib import Path

import pytest

import reader.analysis.annotate as annotating
from reader.analysis.aliases import cluster
from reader.analysis.annotate import ANALYSIS_VERSION
from reader.analysis.clauses.tokens import Token
from reader.analysis.quotes import find_quotations
from reader.analysis.tagger import RawSpan
from reader.errors import AnalysisError
from reader.ingest.forms.form import Entry, Source
from reader.ingest.reading import read_entries
from reader.library import Library
from reader.models.annotations import AnalysedArticle, Mention, Quotation, Sentence
from reader.models.article import Article
from reader.models.comparison import Comparison
from reader.models.library import FaultKind, JobState
from reader.pipeline import analysing, comparing, taking_in, together, work
from reader.pipeline.own import Own
from reader.pipeline.work import Work
from reader.store.store import Store
from tests.analysis.comparison.stock import dense_lines
from tests.command import SEEDS


class NoNames:
    """A tagger that finds nothing, so that no model is loaded; it fails on a text with a certain word."""

    def __init__(self, poison: str = "") -> None:
        self.poison = poison

    def tag(self, texts: Sequence[str]) -> Iterator[tuple[RawSpan, ...]]:
        for text in texts:
            if self.poison and self.poison in text:
                raise AnalysisError("The language model breaks on this text.")
            yield ()


class NoGrammar:
    """A parser that finds nothing."""

    def __init__(self, pipeline: str = "") -> None:
        del pipeline

    def parse(self, sentences: Sequence[str]) -> Iterator[tuple[Token, ...]]:
        for _ in sentences:
            yield ()


@pytest.fixture
def library_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(work, "NameTagger", NoNames)
    monkeypatch.setattr(work, "SpacyParser", NoGrammar)
    return tmp_path / "library.db"


def finish(store: Store) -> None:
    """Work until there is nothing left to do."""
    steps = Work(store, "", analyse=True)
    while steps.step(tuple, lambda: False):
        pass


def add_event(library_path: Path, store: Store) -> int:
    with closing(Library.open(library_path)) as library:
        library.request_add([str(SEEDS / "vistula-election")])
    finish(store)
    (event,) = {store.event_of(number) for number in (1, 2, 3)}
    assert event is not None
    return event


def test_what_is_added_is_analysed_grouped_and_compared(library_path: Path) -> None:
    with Store.open(library_path) as store:
        event = add_event(library_path, store)
        assert store.pending(10) == ()
        assert store.comparison(store.event_articles(event)) is not None


def state_of(library: Library, job: int) -> JobState | None:
    found = library.job(job)
    return found.state if found else None


def many_sources(folder: Path, count: int = 30) -> str:
    """A folder of so many reports of one event."""
    folder.mkdir()
    for number, lines in enumerate(dense_lines(count, 1), start=1):
        head = f"Ferry Halcyon aground off Port Linden\n\nBy Source {number}\n\n4 June 2024"
        (folder / f"{number:02}.txt").write_text("\n\n".join([head, *lines]), encoding="utf-8")
    return str(folder)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles each of the comparisons had that were made, which are empty."""
    sizes: list[int] = []

    def counted(articles: Sequence[AnalysedArticle], **_: object) -> Comparison:
        sizes.append(len(articles))
        return Comparison(tuple(each.article.id for each in articles), (), (), (), (), (), (), (), ())

    monkeypatch.setattr(comparing, "compare", counted)
    return sizes


def test_an_event_of_thirty_added_in_one_go_is_compared_once(
    library_path: Path, tmp_path: Path, made: list[int]
) -> None:
    with Store.open(library_path) as store, closing(Library.open(library_path)) as library:
        library.request_add([many_sources(tmp_path / "ferry")])
        finish(store)
        assert made == [30]


def test_of_thirty_articles_added_in_one_go_each_is_clustered_once(
    library_path: Path, tmp_path: Path, made: list[int]
) -> None:
    cluster._clustered.cache_clear()
    with Store.open(library_path) as store, closing(Library.open(library_path)) as library:
        library.request_add([many_sources(tmp_path / "ferry")])
        finish(store)
    assert made == [30]
    assert cluster._clustered.cache_info().misses == 30
    assert cluster._clustered.cache_info().hits > 30


def test_a_comparison_does_not_wait_for_the_end_of_an_addition_nor_does_an_open_article(
    library_path: Path, tmp_path: Path, made: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "BETWEEN_SECONDS", 0)
    monkeypatch.setattr(together, "MOST", 1)
    asked: list[int] = []
    held: list[tuple[int, bool]] = []
    with Store.open(library_path) as store, closing(Library.open(library_path)) as library:
        add = library.request_add([many_sources(tmp_path / "ferry")])

        def stopped() -> bool:
            """Asked between two files of the addition."""
            if not asked and library.counts().articles >= 2:
                asked.append(library.request_comparison([1, 2]))
            elif asked and state_of(library, asked[0]) is JobState.DONE:
                held.append((library.counts().articles, store.is_analysed(3)))
            return False

        steps = Work(store, "", analyse=True)
        while library.counts().articles < 30:
            steps.step(lambda: (3,), stopped)
        assert library.job(add) is not None
        assert made[0] == 2
        assert held[0][0] < 10
        assert next(articles for articles, is_open_done in held if is_open_done) < 10


def test_an_open_event_is_compared_at_once_and_when_it_is_complete(
    library_path: Path, tmp_path: Path, made: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "BETWEEN_SECONDS", inf)  # the addition is faster
    with Store.open(library_path) as store, closing(Library.open(library_path)) as library:
        library.request_add([many_sources(tmp_path / "ferry")])
        steps = Work(store, "", analyse=True)
        while steps.step(lambda: (1,), lambda: False):
            pass
        assert made == [work.BATCH, 30]


def test_a_newer_comparison_compares_again_and_forgets_what_was_asked_for(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(library_path) as store:
        event = add_event(library_path, store)
        assert comparing.compare_articles(store, Own(NoNames(), NoGrammar()), (1, 2))
        assert store.comparison((1, 2)) is not None
        newer = comparing.MADE_BY + 1
        monkeypatch.setattr(work, "MADE_BY", newer)
        monkeypatch.setattr(comparing, "MADE_BY", newer)
        Work(store, "", analyse=True)
        assert store.uncompared(10) == (event,)
        assert store.comparison(store.event_articles(event)) is not None
        assert store.comparison((1, 2)) is None
        finish(store)
        assert store.uncompared(10) == ()


def test_a_newer_analysis_analyses_again(library_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(library_path) as store:
        add_event(library_path, store)
        monkeypatch.setattr(work, "ANALYSIS_VERSION", ANALYSIS_VERSION + 1)
        Work(store, "", analyse=True)
        assert len(store.pending(10)) == 3


def test_an_article_that_the_model_fails_on_does_not_stop_the_others(library_path: Path) -> None:
    with Store.open(library_path) as store:
        with closing(Library.open(library_path)) as library:
            library.request_add([str(SEEDS / "vistula-election")], analyse=False)
        steps = Work(store, "", analyse=False)
        while steps.step(tuple, lambda: False):
            pass
        articles = store.pending(10)
        store.set_analysis_version(ANALYSIS_VERSION)
        broken = analysing.analyse(store, Own(NoNames(poison="Northgate Press"), NoGrammar()), articles)
        assert 0 < len(broken) < len(articles)
        assert all("breaks on this text" in sentence for sentence in broken.values())
        found = [store.annotations(number) for number in articles]
        assert all(each is not None and len(each.sentences) > 5 for each in found)
        assert store.pending(10) == ()


def test_a_job_with_an_article_that_the_model_breaks_on_fails_and_says_which(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "NameTagger", lambda: NoNames(poison="Northgate Press"))
    with Store.open(library_path) as store, closing(Library.open(library_path)) as library:
        job = library.request_add([str(SEEDS / "vistula-election")])
        finish(store)
        state = library.job(job)
        assert state is not None
        assert state.state is JobState.FAILED
        assert state.error is not None
        assert state.error.endswith("The language model breaks on this text.")
        assert store.pending(10) == ()


def test_a_fault_of_our_own_in_one_article_is_told_and_stops_no_other(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
        if "Northgate Press" in article.text:
            raise ValueError("a rule's own fault")
        return find_quotations(article, sentences, mentions)

    monkeypatch.setattr(annotating, "find_quotations", faulty)
    with Store.open(library_path) as store, closing(Library.open(library_path)) as library:
        job = library.request_add([str(SEEDS / "vistula-election")])
        finish(store)
        state = library.job(job)
        assert state is not None
        assert state.error is not None
        assert "was not analysed: ValueError (a rule's own fault) in test_work.py, line " in state.error
        found = [store.annotations(number) for number in (1, 2, 3)]
        assert sorted(len(each.sentences) > 5 for each in found if each) == [False, True, True]
        assert store.pending(10) == ()
        assert [(fault.kind, fault.reason) for fault in library.faults()] == [(FaultKind.ARTICLE, state.error)]
        monkeypatch.setattr(annotating, "find_quotations", find_quotations)
        monkeypatch.setattr(work, "ANALYSIS_VERSION", ANALYSIS_VERSION + 1)
        monkeypatch.setattr(analysing, "ANALYSIS_VERSION", ANALYSIS_VERSION + 1)
        finish(store)
        assert library.faults() == (), "the next version has tried it again"
        assert all(len(each.sentences) > 5 for number in (1, 2, 3) if (each := store.annotations(number)))


@pytest.mark.parametrize("table", ["body", "annotation"])
def test_an_article_with_damaged_bytes_is_told_and_stops_no_other(library_path: Path, table: str) -> None:
    with Store.open(library_path) as store, closing(Library.open(library_path)) as library:
        event = add_event(library_path, store)
        column = "text" if table == "body" else "blob"
        store.database.run(f"UPDATE {table} SET {column} = x'00' WHERE article_id = 2")  # noqa: S608 (our own names)
        store.database.run("UPDATE article SET is_current = 0, analysis_version = 0")
        finish(store)
        assert store.pending(10) == ()
        assert store.uncompared(10) == ()
        assert store.event_of(1) == store.event_of(3) == event
        told = [fault.id for fault in library.faults() if fault.kind is FaultKind.ARTICLE]
        assert told == ([2] if table == "body" else [])


def test_a_file_that_our_own_rules_break_on_is_told_and_stops_no_other(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(raw: bytes, source: Source) -> Sequence[Entry]:
        if b"Northgate Press" in raw:
            raise ValueError("a rule's own fault")
        return read_entries(raw, source)

    monkeypatch.setattr(taking_in, "read_entries", faulty)
    with Store.open(library_path) as store, closing(Library.open(library_path)) as library:
        job = library.request_add([str(SEEDS / "vistula-election")])
        finish(store)
        reasons = [each.outcome.reason for each in library.outcomes(job) if each.outcome.id is None]
        assert len(reasons) == 1
        assert "cannot be read: ValueError (a rule's own fault) in test_work.py, line " in str(reasons[0])
        assert library.counts().articles == 2


def test_a_fault_of_our_own_in_one_comparison_is_told_and_stops_no_other(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object, **__: object) -> None:
        raise ValueError("a rule's own fault")

    with Store.open(library_path) as store, closing(Library.open(library_path)) as library:
        with monkeypatch.context() as patched:
            patched.setattr(comparing, "compare", faulty)
            event = add_event(library_path, store)
            assert store.uncompared(10) == ()
            (fault,) = library.faults()
            assert (fault.kind, fault.id) == (FaultKind.EVENT, event)
            assert "could not be compared: ValueError (a rule's own fault)" in fault.reason
            job = library.request_comparison([1, 2])
            finish(store)
            state = library.job(job)
            assert state is not None
            assert state.state is JobState.FAILED
            assert "could not be compared: ValueError (a rule's own fault)" in (state.error or "")
            assert store.comparison(store.event_articles(event)) is None
        newer = comparing.MADE_BY + 1
        monkeypatch.setattr(work, "MADE_BY", newer)
        monkeypatch.setattr(comparing, "MADE_BY", newer)
        finish(store)
        assert library.faults() == (), "the next version has tried it again"
        assert store.comparison(store.event_articles(event)) is not None


def test_a_job_that_was_given_up_is_not_taken_up_again(library_path: Path) -> None:
    with Store.open(library_path) as store, closing(Library.open(library_path)) as library:
        job = library.request_add([str(SEEDS / "vistula-election")])
        library.give_up(job)
        finish(store)
        assert store.pending(10) == ()
        assert library.counts().articles == 0
