"""What the worker does next: jobs first, so that all is soon on disk and readable, old cleaning, then the analysis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic

from reader.analysis.annotate import ANALYSIS_VERSION
from reader.analysis.clauses.parser import SpacyParser
from reader.analysis.events.scores import MAXIMUM_SPAN_DAYS
from reader.analysis.naming.tagger import NameTagger
from reader.models.addresses import is_address
from reader.models.library import Job, JobKind
from reader.pipeline.ahead import Ahead
from reader.pipeline.analysing import analyse, regroup
from reader.pipeline.children import Children
from reader.pipeline.comparing import MADE_BY, compare_articles
from reader.pipeline.errands import Errands
from reader.pipeline.faults import ends_the_work, told
from reader.pipeline.following import import_list
from reader.pipeline.from_archive import take_from_archive
from reader.pipeline.hands import Hands
from reader.pipeline.own import Own
from reader.pipeline.pruning import prune
from reader.pipeline.regrouping import Regrouping
from reader.pipeline.rereading import Rereading
from reader.pipeline.resolving import resolve_some
from reader.pipeline.taking_in import take_in
from reader.store import jobs
from reader.store.store import Store

BATCH = 4
"""Articles analysed at a time: some hundred milliseconds of work, so that what comes on screen is soon first."""

BETWEEN_SECONDS = 0.2
"""How often an addition stops to see whether somebody waits for something at the screen."""

ANSWER_SECONDS = 0.1
"""How long a worker with nothing else to do waits for a server before it looks for other work."""


class Work:
    """The work on one library, cut into steps."""

    def __init__(self, store: Store, pipeline: str, *, analyse: bool, workers: int = 1) -> None:
        """Prepare the work; the models are loaded with the first article and with the first event.

        Args:
            store: the library.
            pipeline: package name of the spaCy pipeline that parses the sentences of articles to be compared.
            analyse: whether to analyse what is stored, or to work off the jobs only.
            workers: the child processes that analyse and compare; with 1 this process does it itself.
        """
        self._store = store
        self._analyse = analyse
        self._children = Children(workers, pipeline) if workers > 1 else None
        self._hands: Hands = self._children or Own(NameTagger(), SpacyParser(pipeline))
        self._ahead = Ahead(store, self._children) if self._children else None
        self._errands = Errands(store)
        self._rereading = Rereading(store)
        self._regrouping = Regrouping(store)
        self._broken: dict[int, str] = {}
        self._looked_at = 0.0
        store.set_analysis_version(ANALYSIS_VERSION)
        store.set_comparison_version(MADE_BY)

    def step(self, wanted: Callable[[], Sequence[int]], stopped: Callable[[], bool]) -> bool:
        """Do the next piece of work; False if there is none.

        Args:
            wanted: ids of the articles on screen at that moment, which are analysed first.
            stopped: asked between two articles; once it says so, the step ends early.
        """
        if job := self._store.next_job(but=self._errands.jobs):
            self._do(job, wanted, stopped)
            return True
        if self._errands.step() or self._rereading.step() or (self._analyse and self._regrouping.step()):
            return True
        if self._analyse and resolve_some(self._store, wanted()):
            return True
        if (self._analyse and self._analyse_some(wanted())) or self._finish_jobs():
            return True
        return self._errands.step(ANSWER_SECONDS) or bool(self._errands.jobs)

    def close(self) -> None:
        """Break off what waits for servers, and end the children."""
        self._errands.close()
        if self._children:
            self._children.close()

    def _do(self, job: Job, wanted: Callable[[], Sequence[int]], stopped: Callable[[], bool]) -> None:
        if job.kind is JobKind.COMPARE:
            self._do_comparison(job)
        elif job.kind is JobKind.REGROUP:
            regroup(self._store, job.articles)
            self._store.finish_job(job.id, None)
        elif job.kind is JobKind.RESOLVE:
            if not resolve_some(self._store, wanted()):
                self._store.finish_job(job.id, None)
        elif job.kind in {JobKind.UPDATE, JobKind.FOLLOW} or (
            job.kind is JobKind.ADD and any(map(is_address, job.paths))
        ):
            self._errands.begin(job)
        elif job.kind is JobKind.IMPORT:
            import_list(self._store, job)
            self._store.finish_job(job.id)
        elif job.kind is JobKind.PRUNE:
            prune(self._store, job)
            self._store.finish_job(job.id)
        else:
            self._take_in(job, wanted, stopped)

    def _do_comparison(self, job: Job) -> None:
        if waiting := [number for number in job.articles if not self._store.is_analysed(number)]:
            self._annotate(waiting)
        self._store.finish_job(job.id, self._compare(job.articles))

    def _take_in(self, job: Job, wanted: Callable[[], Sequence[int]], stopped: Callable[[], bool]) -> None:
        """Read what a job names; in between, what somebody waits for at the screen comes first."""

        def between() -> bool:
            self._serve(wanted)
            return stopped()

        take = take_from_archive if job.kind is JobKind.TAKE else take_in
        if take(self._store, job, between):
            self._store.mark_stored(job.id)

    def _serve(self, wanted: Callable[[], Sequence[int]]) -> None:
        """Do what somebody waits for at the screen: a comparison, or what is found in an open article."""
        if monotonic() - self._looked_at < BETWEEN_SECONDS:
            return
        if job := self._store.next_job(JobKind.COMPARE):
            self._do_comparison(job)
        elif self._analyse:
            shown = [number for number in wanted() if self._store.article(number) is not None]
            if waiting := [number for number in shown if not self._store.is_analysed(number)][:BATCH]:
                self._annotate(waiting)
        self._looked_at = monotonic()

    def _analyse_some(self, wanted: Sequence[int]) -> bool:
        """Analyse a few articles, then compare the newest event that is complete, or is open; False if all is done."""
        self._plan(wanted)
        pending = self._store.pending(BATCH, first=wanted)
        if pending:
            self._annotate(pending)
        waiting = self._store.uncompared(1, MAXIMUM_SPAN_DAYS, self._shown(wanted))
        for event in waiting:
            if failure := self._compare(self._store.event_articles(event), event):
                self._store.set_event_aside(event, MADE_BY, failure)
        return bool(pending) or bool(waiting)

    def _plan(self, wanted: Sequence[int]) -> None:
        """Let the children, if there are any, do now what comes in this step and after it."""
        if self._ahead:
            pending = self._store.pending(self._ahead.articles(BATCH), first=wanted)
            waiting = self._store.uncompared(self._ahead.events, MAXIMUM_SPAN_DAYS, self._shown(wanted))
            self._ahead.plan(pending, [self._store.event_articles(event) for event in waiting])

    def _shown(self, wanted: Sequence[int]) -> int | None:
        return self._store.event_of(wanted[0]) if wanted else None

    def _annotate(self, articles: Sequence[int]) -> None:
        """Analyse these articles; one that a rule of ours breaks on costs nothing but its own analysis."""
        try:
            self._broken |= analyse(self._store, self._hands, articles)
        except Exception as fault:  # told below: what one text brings out must not keep all others unread
            if ends_the_work(fault):
                raise
            if len(articles) > 1:
                for number in articles:
                    self._annotate([number])
                return
            (number,) = articles
            self._broken[number] = f"{self._store.name_of(number)} was not analysed: {told(fault)}."
            self._store.set_article_aside(number, ANALYSIS_VERSION, self._broken[number])

    def _compare(self, articles: Sequence[int], event: int | None = None) -> str | None:
        """Compare these articles; why that could not be done, or None."""
        try:
            made = compare_articles(self._store, self._hands, articles, event)
        except Exception as fault:  # as above: the other events are compared
            if ends_the_work(fault):
                raise
            return f"These articles could not be compared: {told(fault)}."
        return None if made else "Fewer than two of these articles can be compared."

    def _finish_jobs(self) -> bool:
        """Finish the jobs that only waited for the analysis; those that want one wait for a worker that does it.

        A job with an article that the analysis breaks on fails, and says which.
        """
        finished = [job for job in self._store.stored_jobs() if self._analyse or not job.analyse]
        for job in finished:
            self._store.finish_job(job.id, self._failure(job))
        return bool(finished)

    def _failure(self, job: Job) -> str | None:
        if not self._broken:
            return None
        taken = {each.outcome.id for each in jobs.outcomes(self._store.database, job.id, 0, job.done)}
        return next((self._broken[number] for number in sorted(self._broken) if number in taken), None)
