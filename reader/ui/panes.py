"""The panes of the reading screen, and how the room is divided between them."""

from __future__ import annotations

from enum import StrEnum


class Division(StrEnum):
    """How the room is divided between the list and the article."""

    BESIDE = "the article beside the list"
    WIDE_LIST = "a wide list beside the article"
    OVER = "one at a time"


class Pane(StrEnum):
    """What has the focus; where there is one pane at a time, it has the whole screen."""

    SHELF = "shelf"
    LIST = "list"
    ARTICLE = "article"
    PANEL = "panel"
