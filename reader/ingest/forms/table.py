"""The table of forms. One more form is one more line; nothing else knows which there are.

A form is found by the bytes first, then by the name: markup never becomes the text of an article. What nothing
claims is plain text.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from reader.ingest.forms.archive import is_archive, read_archive
from reader.ingest.forms.crawled import is_json, read_crawled
from reader.ingest.forms.feed import is_feed, read_feed_form
from reader.ingest.forms.form import HEAD, Form
from reader.ingest.forms.mail import is_mail, is_mailbox, read_mail, read_mailbox
from reader.ingest.forms.packed import unpacked_name
from reader.ingest.forms.page import is_page, read_page
from reader.ingest.forms.plain import read_markdown_form, read_plain_form


def _never(_: bytes) -> bool:
    return False


PLAIN: Final = Form("text", _never, frozenset({".txt", ".text"}), read_plain_form)
"""The form of what no other form claims."""

FORMS: Final[tuple[Form, ...]] = (
    Form("feed", is_feed, frozenset({".rss", ".atom", ".rdf"}), read_feed_form, is_foreign=True),
    Form("page", is_page, frozenset({".html", ".htm", ".xhtml"}), read_page, is_foreign=True),
    Form("saved page", is_archive, frozenset({".mhtml", ".mht"}), read_archive, is_foreign=True),
    Form("mailbox", is_mailbox, frozenset({".mbox"}), read_mailbox, is_foreign=True),
    Form("mail", is_mail, frozenset({".eml"}), read_mail, is_foreign=True),
    Form("JSON", is_json, frozenset({".json", ".jsonl", ".ndjson"}), read_crawled, is_foreign=True),
    Form("Markdown", _never, frozenset({".md", ".markdown"}), read_markdown_form),
    PLAIN,
)
"""Every form, in the order in which they are tried."""

ENDINGS: Final = frozenset(ending for form in FORMS for ending in form.endings)
"""The endings of the files that are read when a folder is given. A file named by itself may have any."""


def form_of(raw: bytes, origin: str) -> Form:
    """The form of these bytes, which came from this path or address."""
    head = raw[: 2 * HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\f")[:HEAD]
    ending = PurePath(unpacked_name(origin.partition("#")[0])).suffix.lower()
    by_name = next((form for form in FORMS if ending in form.endings), PLAIN)
    return next((form for form in FORMS if form.fits(head)), by_name)


def is_form_name(name: str) -> bool:
    """Whether a file of this name is read when its folder is given."""
    return PurePath(unpacked_name(name)).suffix.lower() in ENDINGS
