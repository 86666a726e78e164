"""The part of the reading screen that shows who somebody is, and puts it right."""

from __future__ import annotations

from functools import partial

from textual import on

from reader.errors import UsageError
from reader.library import Library
from reader.models.annotations import Mention
from reader.models.corrections import Act, At, Rename
from reader.models.entities import Entity
from reader.models.listing import EntityHit
from reader.ui.find_rows import EntityFind, Found
from reader.ui.messages import EntityListed, EntityWanted
from reader.ui.screens.reading_parts import ReadingParts
from reader.ui.screens.righting import (
    LIKELY,
    OTHER,
    OWN,
    Name,
    RightingScreen,
    Saying,
    WhomScreen,
    extents,
    given,
    options,
    told_extent,
)
from reader.ui.screens.who import WhoChoice, WhoScreen


class ReadingWho(ReadingParts):
    """Opens the entity page and the menus, and does what is chosen there."""

    @on(EntityWanted)
    async def _show_who(self, message: EntityWanted) -> None:
        message.stop()
        await self._who(message.entity)

    async def _who(self, entity: int) -> None:
        face = await self.ask(lambda library: library.who(entity))
        if face is None:
            self.tell("That name is not in the library any more.")
            return
        self.app.push_screen(WhoScreen(self.shelf, face), self._go)

    async def _go(self, choice: WhoChoice | None) -> None:
        """Go where a line of the page leads."""
        if choice is None:
            return
        if choice.listing:
            self.post_message(EntityListed(choice.entity, choice.words))
        elif choice.righting:
            entity = await self.ask(lambda library: library.entity(choice.entity))
            if entity is not None:
                await self._menu(Name(entity))
        elif choice.entity:
            await self._who(choice.entity)
        elif choice.end:
            self.call_later(partial(self.show_sentence, choice.article, choice.start, choice.end))
        else:
            await self._go_to_words(choice.article, choice.words)

    async def _go_to_words(self, article: int, words: str) -> None:
        hits = await self.ask(lambda library: library.search(f'"{words}"', 1, article)) if words else ()
        if hits:
            self.search = words
            self.call_later(partial(self.show_sentence, article, hits[0].start, hits[0].end))
        else:
            self.call_later(partial(self.enter_article, article))

    async def action_put_right(self) -> None:
        """Put right the entity under the cursor."""
        number, here = self.entity_here()
        if number is None:
            self.tell("No name here to put right.")
            return
        entity = await self.ask(lambda library: library.entity(number))
        if entity is not None:
            await self._menu(self._name_of(entity, here))

    def _name_of(self, entity: Entity, here: Mention | None) -> Name:
        """The name of a mention, or of an entity alone."""
        if here is None or self.opened is None:
            return Name(entity)
        spelling = " ".join(self.opened.article.text[here.start : here.end].split())
        return Name(entity, spelling, At(self.opened.article.id, here.start, here.end))

    async def _menu(self, name: Name) -> None:
        said = options(name)
        changed = await self.ask(lambda library: extents(library, said))
        if changed is not None:
            self.app.push_screen(RightingScreen(name, said, changed), partial(self._chosen, name))

    async def _chosen(self, name: Name, option: Saying | None) -> None:
        """Do it, or ask first for what it lacks."""
        if option is None:
            return
        if option.asks == "name":
            from reader.ui.screens.ask import AskScreen  # noqa: PLC0415 (loaded when it is shown)

            shown = name.entity.name
            asked = AskScreen(f"Another name for {shown}", "", "Enter show it so · Esc back", shown)
            self.app.push_screen(asked, partial(self._renamed, name.entity.id))
        elif option.asks == "who":
            namesakes = await self.ask(partial(_namesakes, name)) or ()
            may_be_own = not option.text.startswith(name.entity.name)
            if not namesakes and not may_be_own:
                await self._given(option, OTHER)
                return
            head = option.text.removesuffix(" …") + ":"
            self.app.push_screen(WhomScreen(head, namesakes, may_be_own=may_be_own), partial(self._given, option))
        else:
            await self._do_right(option.act)

    async def _renamed(self, entity: int, name: str | None) -> None:
        if name is not None:
            await self._do_right(Rename(entity, name))

    async def _given(self, option: Saying, whom: int | None) -> None:
        if whom == OTHER:
            from reader.ui.screens.find import FindScreen  # noqa: PLC0415 (loaded when it is shown)

            self.app.push_screen(FindScreen(self.shelf, None, ""), partial(self._found_whom, option))
        elif whom is not None and (whom > 0 or whom == OWN):
            await self._do_right(given(option, whom))

    async def _found_whom(self, option: Saying, found: Found | None) -> None:
        if found is not None and isinstance(found.row, EntityFind):
            await self._do_right(given(option, found.row.hit.id))
        elif found is not None:
            self.tell("That is a place in a text; a name is wanted here.")

    async def _do_right(self, act: Act) -> None:
        """Put it right, and say what that changes."""
        try:
            changed = await self.ask(lambda library: library.extent(act))
            changes = await self.ask(lambda library: library.correct(act))
        except UsageError as error:
            self.tell(str(error))
            return
        if changes and changed is not None:
            self.tell(f"Put right: {told_extent(changed)}. u takes it back.")
        elif changes is not None:
            self.tell("Nothing changes: it is so already.")

    async def show_sentence(self, article: int, start: int, end: int) -> None:
        """Show a sentence of an article and give it the focus."""
        raise NotImplementedError

    def entity_here(self) -> tuple[int | None, Mention | None]:
        """The entity under the cursor, and the mention of it in the article, if the cursor is there."""
        raise NotImplementedError


def _namesakes(name: Name, library: Library) -> tuple[EntityHit, ...]:
    """Others who are called nearly so."""
    words = (name.spelling or name.entity.name).split()
    found = [hit for word in (" ".join(words), words[-1]) for hit in library.find_entities(word, LIKELY + 1, 1)]
    others = {hit.id: hit for hit in found if hit.id != name.entity.id}
    return tuple(others.values())[:LIKELY]
