"""What the person does to articles on the reading screen: read, starred, marked, undone. The screen follows at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from reader.models.corrections import decode, subject
from reader.models.journal import CORRECTIONS, Change, ChangeKind
from reader.ui.screens.reading_parts import ReadingParts

_NOW = {
    (ChangeKind.READ, True): "Read again",
    (ChangeKind.READ, False): "Unread again",
    (ChangeKind.STARRED, True): "Starred again",
    (ChangeKind.STARRED, False): "No longer starred",
    (ChangeKind.MARKED, True): "Marked again",
    (ChangeKind.MARKED, False): "No longer marked",
    (ChangeKind.DISMISSED, True): "Set aside again",
    (ChangeKind.DISMISSED, False): "Brought back",
    (ChangeKind.TOGETHER, True): "Joined again",
    (ChangeKind.TOGETHER, False): "No longer joined",
    (ChangeKind.APART, True): "Kept apart again",
    (ChangeKind.APART, False): "No longer kept apart",
    **{(kind, True): "Put right again" for kind in CORRECTIONS},
    **{(kind, False): "No longer put right" for kind in CORRECTIONS},
}
"""What an undo or a redo leads to, by what was changed and the value that it has now."""


class ReadingKeep(ReadingParts):
    """Writes to the journal, in the library's thread."""

    async def set_read(self, articles: Collection[int], *, value: bool, by_hand: bool = True) -> None:
        """Mark articles read or unread; not ``by_hand`` where opening one does it, which undo passes over."""
        known = [card for article in articles if (card := self.listing.card(article)) is not None]
        self.listing.put_cards([replace(card, read=value) for card in known], ())
        await self.ask(lambda library: library.set_read(articles, value, by_hand=by_hand))

    async def action_toggle_read(self) -> None:
        """Mark the article read, or unread."""
        article = self.listing.article
        card = self.listing.card(article) if article is not None else None
        if card is not None:
            await self.set_read([card.id], value=not card.read)

    async def action_read_all(self) -> None:
        """Mark everything that is listed read, in one step of undo."""
        source = self.source
        unread = await self.ask(source.unread) or ()
        await self.set_read(unread, value=True)
        self.tell(f"{len(unread)} {'article' if len(unread) == 1 else 'articles'} marked read. u takes it back.")

    async def action_toggle_star(self) -> None:
        """Star the article, or take its star away."""
        article = self.listing.article
        card = self.listing.card(article) if article is not None else None
        if card is not None:
            self.listing.put_cards([replace(card, starred=not card.starred)], ())
            await self.ask(lambda library: library.set_starred([card.id], not card.starred))

    async def action_toggle_mark(self) -> None:
        """Mark the article for comparison, or no longer."""
        article = self.listing.article
        if article is None:
            return
        value = article not in self.marked
        self.marked = self.marked ^ {article}
        self.listing.put_marked(self.marked)
        self.show_counts()
        await self.ask(lambda library: library.set_marked([article], value))

    async def action_clear_marks(self) -> None:
        """Take all marks away, in one step of undo."""
        marked, self.marked = self.marked, frozenset()
        self.listing.put_marked(self.marked)
        self.show_counts()
        await self.ask(lambda library: library.set_marked(marked, value=False))
        gone = f"{len(marked)} {'mark' if len(marked) == 1 else 'marks'} taken away. u brings them back."
        self.tell(gone if marked else "No article is marked. v marks one for comparison.")

    async def action_undo(self) -> None:
        """Take back what was done last."""
        changes = await self.ask(lambda library: library.undo())
        await self._follow(changes, undone=True)

    async def action_redo(self) -> None:
        """Do again what was taken back last."""
        changes = await self.ask(lambda library: library.redo())
        await self._follow(changes, undone=False)

    async def _follow(self, changes: Sequence[Change] | None, *, undone: bool) -> None:
        """Show the library as it is after an undo or a redo, and say what became of what."""
        if changes is None:
            return
        if not changes:
            self.tell("There is nothing to undo." if undone else "There is nothing to redo.")
            return
        self.marked = frozenset(await self.ask(lambda library: library.marked()) or ())
        self.listing.put_marked(self.marked)
        self.listing.refetch()
        self.show_counts()
        first = changes[0]
        now = _NOW[first.kind, (first.before if undone else first.after) == "1"]
        self.tell(f"{now}: {await self._what_of(changes)}.")

    async def _what_of(self, changes: Sequence[Change]) -> str:
        """What changes are about: an article's title, or their number."""
        if changes[0].kind is ChangeKind.DISMISSED:
            return "a difference" if len(changes) == 1 else f"{len(changes)} differences"
        if changes[0].kind in CORRECTIONS:
            return f"“{subject(decode(changes[0].kind, changes[0].target))}”"
        cards = await self.ask(lambda library: library.cards(library.changed_articles(changes)[:1]))
        return f"“{cards[0].title}”" if cards and len(changes) == 1 else f"{len(changes)} articles"
