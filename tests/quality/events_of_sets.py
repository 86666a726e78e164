"""How well labelled articles are grouped: ``python -m tests.quality.events_of_sets FOLDER…``.

A folder holds one file an article: a first line ``label | ISO day | outlet | headline`` (each may be empty but the
label), then the text. Printed are B³ F1, precision and recall, of the articles in order, without their days, and the
span of F1 over some orders and batches of arrival.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from reader.analysis.annotate import annotate_article
from reader.pipeline.grouping import group
from reader.store.store import Store
from tests.analysis.events.reports import Report, as_article
from tests.analysis.events.scoring import b_cubed

ORDERS = 3
BATCH = 40


def read_folder(folder: Path) -> list[Report]:
    """The labelled articles of a folder, by file name."""
    reports = []
    for path in sorted(folder.glob("*.txt")):
        head, _, text = path.read_text(encoding="utf-8").partition("\n")
        if head.count(" | ") >= 3:
            label, day, outlet, title = (value.strip() for value in head.split(" | ", 3))
            reports.append(Report(label, day, title, text.strip(), outlet))
    return reports


def score(reports: Sequence[Report], batch: int) -> tuple[float, float, float]:
    """B³ F1, precision and recall of reports that come in batches."""
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "library.db") as store:
        labels: dict[int, str] = {}
        for start in range(0, len(reports), batch):
            added = []
            for number, report in enumerate(reports[start : start + batch], start + 1):
                article = as_article(report, number)
                own = replace(article, id=0, origin=f"/sets/{number}.txt")
                outcome = store.put_article(own, b"", size=0, mtime_ns=0, added_at="2025-01-01T00:00:00")
                if outcome.id is not None and outcome.id not in labels:
                    labels[outcome.id] = report.event
                    store.put_annotations(outcome.id, annotate_article(article, ()))
                    added.append(outcome.id)
            group(store, added)
        found: dict[int | None, list[int]] = defaultdict(list)
        for number in labels:
            found[store.event_of(number)].append(number)
        return b_cubed(found.values(), labels)


def main(folders: Sequence[str]) -> None:
    """Score every folder, dated as it is and undated."""
    for name in folders:
        given = read_folder(Path(name))
        for what, reports in (("as given", given), ("undated", [replace(report, day="") for report in given])):
            at_once = score(reports, len(reports))
            rng = Random(1)  # noqa: S311 an order, no secret
            later = [score(rng.sample(reports, len(reports)), BATCH)[0] for _ in range(ORDERS)]
            sys.stdout.write(
                f"{name} {what:9} F1 {at_once[0]:.4f} P {at_once[1]:.3f} R {at_once[2]:.3f}"
                f"  other orders {min(later):.4f} to {max(later):.4f}\n"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
