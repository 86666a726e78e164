"""Rules about short lines, each asked several times while an article is labelled and described, answered once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Answer = TypeVar("Answer")

SHORT = 300
"""Characters of a text whose answer is kept; paragraphs are asked once, and would fill the memory."""

KEPT = 2048
"""Answers kept of one rule: an article has some tens of short lines, and outlets repeat theirs in every article."""


def remembered(rule: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """The rule, which must depend on nothing but the text, with its latest answers kept."""
    kept = lru_cache(KEPT)(rule)

    @wraps(rule)
    def answer(text: str) -> Answer:
        return kept(text) if len(text) <= SHORT else rule(text)

    return answer
