"""Mails and mailboxes: newsletters, each one article. The standard library reads all but the markup in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr

from reader.errors import InputError
from reader.ingest.draft import Claim
from reader.ingest.forms.form import Entry, Source
from reader.ingest.pages.decoding import codec_of, decode_page
from reader.ingest.pages.written import iso_date
from reader.ingest.sheet import Block, Fields, Stated, compose
from reader.ingest.text import prose_of
from reader.sanitize import one_line

_HEADER = re.compile(rb"(?:[\w-]{1,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*)+", re.ASCII)
_OF_MAIL = re.compile(
    rb"^(?:From|Date|Subject|Message-ID|Received|Return-Path|MIME-Version|To|Delivered-To|DKIM-Signature):",
    re.IGNORECASE | re.MULTILINE,
)
_POSTMARK = re.compile(rb"From \S+ {1,3}(?:\w{3} ){1,2}")
_STARTS = re.compile(rb"(?:\A|\n)\r?\n?(?=From \S+ [^\r\n]{0,120}\d{4}[^\r\n]{0,20}\r?\n[\w-]+:)")
_QUOTED_FROM = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_CLAIM = Claim("mail header")
_FEWEST_HEADERS = 2
"""Header lines of mail that make a mail: a text may begin with "Date:" or "From:" by itself."""


def is_mail(head: bytes) -> bool:
    """Whether bytes that begin so are a mail: headers, at least two of which all mails have."""
    header = _HEADER.match(head.replace(b"\r\n", b"\n"))
    return header is not None and len(_OF_MAIL.findall(header[0])) >= _FEWEST_HEADERS + 1


def is_mailbox(head: bytes) -> bool:
    """Whether bytes that begin so are a mailbox: the postmark of a mail, then its headers."""
    first, _, rest = head.partition(b"\n")
    return _POSTMARK.match(first) is not None and re.match(rb"[\w-]+:", rest) is not None


def read_mail(raw: bytes, source: Source) -> tuple[Entry, ...]:
    """The article that a mail is.

    Raises:
        InputError: it has no text.
    """
    mail = _parsed(raw)
    blocks = tuple(_blocks(mail))
    if not blocks:
        raise InputError("is a mail without text")
    sender, address = parseaddr(_header(mail, "From"))
    fields = Fields(
        title=_stated(_header(mail, "Subject")),
        outlet=_stated(sender or address.rpartition("@")[2]),
        date=_stated(iso_date(_header(mail, "Date")) or ""),
    )
    return (Entry(compose(fields, blocks), raw, source.origin),)


def read_mailbox(raw: bytes, source: Source) -> tuple[Entry, ...]:
    """The articles of a mailbox, one for each mail that has a text.

    Raises:
        InputError: none has.
    """
    found: list[Entry] = []
    for number, mail in enumerate(_mails(raw), 1):
        name = one_line(_header(_parsed(mail), "Message-ID")).strip("<> ") or str(number)
        try:
            found += read_mail(mail, Source(f"{source.origin}#{name}"))
        except InputError:
            continue
    if not found:
        raise InputError("is a mailbox without a mail that has text")
    return tuple({entry.origin: entry for entry in found}.values())


def _mails(raw: bytes) -> Iterator[bytes]:
    """The mails of a mailbox, without their postmarks."""
    starts = [found.end() for found in _STARTS.finditer(raw)]
    for start, end in zip(starts, [*starts[1:], len(raw)], strict=True):
        yield _QUOTED_FROM.sub(b"", raw[start:end].partition(b"\n")[2])


def _parsed(raw: bytes) -> EmailMessage:
    mail = message_from_bytes(raw, policy=SMTP)
    if not isinstance(mail, EmailMessage):
        raise InputError("is damaged mail")
    return mail


def _header(mail: EmailMessage, name: str) -> str:
    """A header decoded; what is damaged in it becomes "" rather than an error."""
    try:
        return " ".join(str(mail.get(name, "")).split())
    except (MessageError, ValueError, LookupError, IndexError, AttributeError, TypeError):
        return ""


def _blocks(mail: EmailMessage) -> Iterator[Block]:
    """The text of a mail: its markup if it has some, since the plain text beside it often only says so."""
    parts = [part for part in mail.walk() if not part.is_multipart() and part.get_filename() is None]
    for kind in ("text/html", "text/plain"):
        for part in parts:
            if part.get_content_type() == kind and (blocks := tuple(_of_part(part, kind))):
                yield from blocks
                return


def _of_part(part: EmailMessage, kind: str) -> Iterator[Block]:
    payload = part.get_payload(decode=True)
    text = decode_page(payload, codec_of(part.get_content_charset() or "")) if isinstance(payload, bytes) else ""
    if kind == "text/html":
        from reader.ingest.feeds.fragment import fragment_blocks  # noqa: PLC0415 (lxml loads with the first markup)

        yield from fragment_blocks(text)
    else:
        yield from (Block(line.strip()) for line in prose_of(text).split("\n") if line.strip())


def _stated(value: str) -> Stated | None:
    return Stated(value, _CLAIM) if value.strip() else None
