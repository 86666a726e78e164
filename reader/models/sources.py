"""What the person follows: feeds by their address, folders and files that are watched; and how each of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """What is followed."""

    FEED = "feed"
    FOLDER = "folder"
    FILE = "file"


class FullText(StrEnum):
    """When the page of a feed's item is fetched: ``auto`` if the feed cuts its text short."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Kept(StrEnum):
    """Articles that no limit of age removes."""

    STARRED = "starred"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Terms:
    """How something is followed, or what a limit of age removes; None where nothing was said.

    Attributes:
        title: the person's own name for it.
        tags: tags to give it.
        days: articles older than that are removed; 0 for no limit.
        keep: those that stay however old they are.
    """

    title: str | None = None
    tags: tuple[str, ...] = ()
    full_text: FullText | None = None
    days: int | None = None
    keep: tuple[Kept, ...] = (Kept.STARRED,)


NO_TERMS = Terms()
"""Nothing said."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask it whether anything has changed: kept and sent back to the letter."""

    etag: str | None = None
    modified: str | None = None


NO_VALIDATORS = Validators()
"""Of a server that gave none."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that is followed.

    Attributes:
        address: of the feed, where it is to be found now; absolute path of a folder or file.
        typed: the address that the person gave, whose server is theirs to ask even if it is in a private network.
        title: the person's name for it, else its own, else "".
        tags: in the order in which they were given.
        next_at: UTC moment from which it may be fetched unasked; "" for at once.
        wait_until: UTC moment before which its server does not want to be asked at all; "" for none.
        fetched_at: UTC moment of the last success; "" for never.
        failures: failures in a row.
        error: the last failure, the end of a sentence about the source; "" after a success.
        digest: of what it answered last.
        ended: whether its server has said that there will be nothing more.
        days: articles older than that are removed; 0 for no limit.
    """

    id: int
    address: str
    kind: SourceKind
    typed: str
    title: str = ""
    tags: tuple[str, ...] = ()
    full_text: FullText = FullText.AUTO
    validators: Validators = NO_VALIDATORS
    next_at: str = ""
    wait_until: str = ""
    fetched_at: str = ""
    failures: int = 0
    error: str = ""
    digest: str = ""
    ended: bool = False
    days: int = 0
    keep: tuple[Kept, ...] = ()

    @property
    def name(self) -> str:
        """What it is called on the screen."""
        return self.title or self.address


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source in a list, with the number of its articles that are in the library."""

    source: Source
    articles: int
    unread: int


@dataclass(frozen=True, slots=True)
class KnownItem:
    """What the library knows of an item that a source offered before.

    Attributes:
        digest: of what the source said of it.
        article: the article that holds its text; None if that was removed.
        is_whole: whether its text came from its page, not from the feed.
    """

    digest: str
    article: int | None
    is_whole: bool
