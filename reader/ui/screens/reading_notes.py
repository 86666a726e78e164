"""What the person keeps on the reading screen by writing a line: watches and notes; and links by their number."""

from __future__ import annotations

import asyncio
from functools import partial

from reader.errors import QueryError, UsageError
from reader.models.annotations import Kind
from reader.models.keeping import Note
from reader.ui.clipboard import copy
from reader.ui.origins import web_address
from reader.ui.screens.reading_parts import ReadingParts

_FIELDS = {Kind.PERSON: "person", Kind.ORG: "org", Kind.PLACE: "place", Kind.GROUP: "group"}
"""The field of a query that means an entity of a kind."""


class ReadingNotes(ReadingParts):
    """Asks for a line, and keeps it."""

    # Watches

    async def action_watch(self) -> None:
        """Keep what the list is filtered by, or the words that were last searched for, under a name."""
        from reader.ui.screens.ask import AskScreen  # noqa: PLC0415 (loaded when it is shown)

        query, name = await self._watched()
        if not query:
            self.tell("Nothing to watch: filter the list (f), search (/), or list an entity (E) first.")
            return
        asked = AskScreen("Watch this under a name", query, "Enter keeps it on the shelf · Esc leaves", name)
        self.app.push_screen(asked, partial(self._watch_as, query))

    async def _watched(self) -> tuple[str, str]:
        """The query of what is at hand, and a name for it."""
        source = self.source
        number = source.entity
        if number is not None:
            entity = await self.ask(lambda library: library.entity(number))
            if entity is None:
                return "", ""
            return f'{_FIELDS.get(entity.kind, "entity")}:"{entity.name.replace(chr(34), " ")}"', entity.name
        if source.query:
            return source.query, source.label
        words = self.search.replace('"', " ").strip()
        return (f'"{words}"', words) if words else ("", "")

    def _watch_as(self, query: str, name: str | None) -> None:
        if name is not None:
            self.in_background(partial(self._watch, name, query), "keep")

    async def _watch(self, name: str, query: str) -> None:
        try:
            changes = await self.ask(lambda library: library.keep_watch(name, query))
        except (UsageError, QueryError) as error:
            self.tell(str(error))
            return
        if changes is not None:
            said = "on the shelf, which S shows. u takes it back." if changes else "watched so already."
            self.tell(f"“{name}” is {said}")
            self.stale_shelves()
            await self.read_shelves()

    # Notes

    async def action_note(self) -> None:
        """Mark the sentence under the cursor, and say something of it."""
        from reader.ui.screens.ask import AskScreen  # noqa: PLC0415 (loaded when it is shown)

        opened, place = self.opened, self.pane.sentence
        if opened is None or place is None or place[0] >= opened.absent_at or not self.pane.has_focus:
            self.tell("Go to a sentence of an article first: a marks it.")
            return
        here = next((note for note in opened.notes if note.start < place[1] and place[0] < note.end), None)
        quote = " ".join(opened.article.text[place[0] : place[1]].split())
        hint = "Enter marks it, with or without words · Esc leaves" + (" · a lone - takes it away" if here else "")
        asked = AskScreen("A note on this sentence", quote, hint, here.text if here else "")
        self.app.push_screen(asked, partial(self._noted, opened.article.id, place, here))

    def _noted(self, article: int, place: tuple[int, int], here: Note | None, line: str | None) -> None:
        if line is not None:
            self.in_background(partial(self._note, article, place, here, line), "keep")

    async def _note(self, article: int, place: tuple[int, int], here: Note | None, line: str) -> None:
        if here is not None and line == "-":
            await self.ask(lambda library: library.drop_note(here))
            self.tell("The note is taken away. u brings it back.")
        else:
            await self.ask(lambda library: library.put_note(article, *place, line))
            self.tell("Marked. u takes it back, / with note: finds it.")
        await self.reopen(article)

    # Links

    async def action_link(self) -> None:
        """Open a link of the article by its number."""
        from reader.ui.screens.ask import AskScreen  # noqa: PLC0415 (loaded when it is shown)

        opened = self.opened
        links = opened.article.links if opened is not None else ()
        if opened is None or not links:
            self.tell("This article has no links.")
            return
        told = "   ".join(f"[{number}] {link.address}" for number, link in enumerate(links, 1))
        asked = AskScreen("Open the link of number", told, "Enter opens it in the browser · Esc leaves")
        self.app.push_screen(asked, partial(self._linked, [link.address for link in links]))

    def _linked(self, addresses: list[str], line: str | None) -> None:
        if not line:
            return
        if not line.isdecimal() or not 1 <= int(line) <= len(addresses):
            self.tell(f"There is no link “{line}”; they are numbered from 1 to {len(addresses)}.")
            return
        self.in_background(partial(self.browse, addresses[int(line) - 1]), "browse")

    async def browse(self, link: str) -> None:
        """Open an address in the browser, or copy it where there is none; nothing but http and https."""
        address = web_address(link)
        if address is None:
            self.tell("Only addresses of the web are opened; this one is something else.")
        elif await asyncio.to_thread(_browse, address):
            self.tell(f"Opened in the browser: {address}")
        else:
            by = await copy(self.app, address)
            self.tell(f"No browser was found; the address is copied by {by}: {address}")


def _browse(address: str) -> bool:
    """Open a page in the person's browser; False if none was found."""
    import webbrowser  # noqa: PLC0415 (loaded when it is needed)

    return webbrowser.open(address)
