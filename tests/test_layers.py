"""The layers of the project, enforced over the imports of every module."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BASE = {"errors", "sanitize"}
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "sanitize": set(),
    "isolation": set(),
    "foreign": BASE | {"isolation"},
    "models": BASE,
    "config": BASE | {"models"},
    "fetching": BASE | {"models"},
    "ingest": BASE | {"models", "foreign"},
    "analysis": BASE | {"models"},
    "store": BASE | {"models"},
    "export": BASE | {"models"},
    "shards": BASE | {"models", "store"},
    "pipeline": BASE | {"models", "config", "fetching", "foreign", "ingest", "analysis", "store", "shards"},
    "archive": BASE | {"models", "foreign", "ingest", "analysis", "store", "pipeline", "shards"},
    "worker.process": BASE | {"models", "config", "store", "pipeline", "worker.lock", "worker.orders"},
    "worker.lock": BASE,
    "worker.orders": BASE,
    "worker.client": BASE | {"models", "config", "isolation", "worker.child"},
    "worker.child": BASE,
    "worker.__main__": {"worker.process"},
    "worker": set(),
    "library": BASE | {"models", "store"},
    "ui": BASE | {"first_paint", "models", "config", "library", "export", "worker.client"},
    "cli": BASE | {"first_paint", "models", "config", "library", "export", "worker.client", "ui", "archive", "shards"},
    "first_paint": BASE | {"config", "store"},
    "__main__": {"cli", "first_paint", "isolation"},
}
"""What each part may import of the project, besides itself."""

HOMES: dict[str, set[str]] = {
    "textual": {"ui"},
    "sqlite3": {"store"},
    "spacy": {"analysis"},
    "numpy": {"analysis", "pipeline", "archive"},
    "pyarrow": {"shards"},
    "dask": {"archive"},
    "distributed": {"archive"},
    "rapidfuzz": {"analysis", "store"},
    "click": {"cli"},
    "lxml": {"ingest"},
    "feedparser": {"ingest"},
    "aiohttp": {"fetching"},
    "brotli": {"fetching"},
    "trafilatura": {"ingest"},
    "htmldate": {"ingest"},
    "py3langid": {"ingest"},
}
"""Libraries that only some parts may know."""


def part_of(module: str) -> str:
    """The part that a module (``reader.store.schema``) belongs to (``store``)."""
    names = module.split(".")[1:]
    if not names:
        return ""
    longest = ".".join(names[:2])
    return longest if longest in ALLOWED else names[0]


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            assert node.module is not None
            if node.module == "reader":
                yield from (
                    (f"reader.{alias.name}", node.lineno) for alias in node.names if alias.name != "__version__"
                )
            else:
                yield node.module, node.lineno


MODULES = sorted((ROOT / "reader").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_layer_may_know(path: Path) -> None:
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    part = part_of(module)
    for name, line in imports_of(path):
        where = f"{path.relative_to(ROOT)}:{line} imports {name}"
        root = name.split(".")[0]
        if root == "reader":
            other = part_of(name)
            mine = {"", part, part.split(".")[0]} if part.count(".") == 0 else {"", part}
            assert other in mine | ALLOWED.get(part, set()), where
        elif root in HOMES:
            assert part.split(".")[0] in HOMES[root], where
