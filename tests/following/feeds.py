"""Feeds and pages that tests serve, in words of our own."""

from __future__ import annotations

from html import escape
from xml.sax.saxutils import escape as xml

SENTENCES = (
    "The ferry to Larno will not sail before Thursday because its second engine has to be replaced.",
    "Passengers who hold a ticket may take the bus over the long bridge at no cost, the company said.",
    "Mayor Ines Tolvanen called the repair overdue and asked for a second ship before the summer.",
    "About 1,400 people use the crossing on a working day, most of them on their way to the shipyard.",
    "The engine was built in 1987 and has been repaired eleven times since it was last renewed.",
    "A diver found the crack in the casing on Sunday during an inspection that had been put off twice.",
    "The harbour office expects higher fares in the coming year if the second ship is bought.",
    "Fishermen offered to carry mail and medicine to the island until the ferry is back in service.",
)


def story(number: int = 0, *, words: int = 200) -> str:
    """A report of some words; each number is another one."""
    found: list[str] = []
    while len(found) < words:
        sentence = SENTENCES[(number + len(found)) % len(SENTENCES)]
        found += f"{sentence} Report {number} has part {len(found)}.".split()
    return " ".join(word if number == 0 or at % 4 else f"{word}{number}" for at, word in enumerate(found))


def rss(items: str, title: str = "Larno Post", link: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{xml(title)}</title>'
        f"<link>{link}</link>{items}</channel></rss>"
    )


def item(link: str, title: str, text: str, *, guid: str = "", date: str = "Tue, 24 Nov 2026 10:00:00 +0200") -> str:
    name = f"<guid>{guid}</guid>" if guid else ""
    return (
        f"<item><title>{xml(title)}</title><link>{xml(link)}</link>{name}<pubDate>{date}</pubDate>"
        f"<description>{xml(f'<p>{escape(text)}</p>')}</description></item>"
    )


def page(title: str, text: str, *, head: str = "") -> str:
    paragraphs = "".join(f"<p>{escape(part)}.</p>" for part in text.split(". "))
    return (
        f"<!doctype html><html><head><title>{escape(title)}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{escape(title)}</h1>{paragraphs}</article></body></html>"
    )
