"""Removing old articles, where the person has set a limit; what is removed is told."""

from __future__ import annotations

from reader.fetching.judging import moment
from reader.models.clock import days_ago
from reader.models.library import Job
from reader.models.listing import AddOutcome, AddStatus
from reader.models.sources import Source
from reader.store import pruning
from reader.store.store import Store


def prune(store: Store, job: Job) -> None:
    """Remove the articles that a job names: older than its days, of its sources or of all."""
    if job.terms.days:
        before = moment(days_ago(job.terms.days))
        for article, origin in pruning.old_articles(store.database, before, job.terms.keep, job.articles):
            _remove(store, job.id, article, origin)


def prune_source(store: Store, job: int, source: Source) -> None:
    """Remove the articles of a source that are older than its limit, if it has one."""
    if source.days:
        before = moment(days_ago(source.days))
        for article, origin in pruning.old_articles(store.database, before, source.keep, (source.id,)):
            _remove(store, job, article, origin)


def _remove(store: Store, job: int, article: int, origin: str) -> None:
    with store.transaction():
        store.remove_article(article)
        store.put_outcome(job, AddOutcome(AddStatus.REMOVED, article, origin))
