"""What is asked of a server, and what comes back: values, so that what they mean can be decided without a network."""

from __future__ import annotations

from dataclasses import dataclass

from reader.models.sources import NO_VALIDATORS, Validators


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost.

    Attributes:
        seconds: from the first connection to the last byte, redirects included.
        most_bytes: of an answer, packed or unpacked: the largest feeds have some 5 MB.
        hops: redirects followed.
    """

    seconds: float = 60.0
    most_bytes: int = 10_000_000
    hops: int = 10


ORDINARY = Limits()
"""The limits of a feed or a page."""


@dataclass(frozen=True, slots=True)
class Request:
    """One address to be fetched.

    Attributes:
        errand: what it is fetched for; the answer comes back with it.
        typed: the address that the person gave: its server may be asked even in a private network, no other may.
        validators: from the last answer.
    """

    address: str
    errand: int = 0
    typed: str = ""
    validators: Validators = NO_VALIDATORS


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a request.

    Attributes:
        address: the one that answered, after all redirects.
        moved_to: where the address has moved for good (301, 308); None if it has not.
        status: of HTTP; 0 if there was no answer.
        error: why there is none, the end of a sentence about the address ("cannot be reached: …"); "" if there is.
        body: unpacked.
        content_type: as the server wrote it, or "".
        retry_after: as the server wrote it, or "".
        max_age: seconds for which the answer stays fresh, as the server said; 0 if it did not.
    """

    request: Request
    address: str
    moved_to: str | None = None
    status: int = 0
    error: str = ""
    body: bytes = b""
    content_type: str = ""
    validators: Validators = NO_VALIDATORS
    retry_after: str = ""
    max_age: int = 0
