"""Who is who: linked by a rule that can be shown, or left apart; the order of articles never matters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.aliases import Cluster, alias_key, cluster_mentions, lookup_keys, resolve
from reader.analysis.aliases.institutions import institution
from reader.analysis.aliases.keys import person_name, spelling_distance
from reader.models.annotations import Kind, Mention, MentionSource
from reader.models.entities import Alias, Entity

MARKED = re.compile(r"\[([^|\]]+)\|([POLGDX])\]")
KINDS = {"P": Kind.PERSON, "O": Kind.ORG, "L": Kind.PLACE, "G": Kind.GROUP, "D": Kind.DATE, "X": Kind.OTHER}


def read(marked: str) -> tuple[str, tuple[Mention, ...]]:
    """A text with its names marked: ``[Ana Duarte|P]``."""
    text, at = "", 0
    mentions: list[Mention] = []
    for match in MARKED.finditer(marked):
        text += marked[at : match.start()]
        name, kind = match.groups()
        mentions.append(Mention(len(text), len(text) + len(name), KINDS[kind], MentionSource.MODEL))
        text += name
        at = match.end()
    return text + marked[at:], tuple(mentions)


def clusters_of(*marked: str) -> dict[int, tuple[Cluster, ...]]:
    return {number: cluster_mentions(*read(one)) for number, one in enumerate(marked, 1)}


class Library:
    """What a store does with a resolution, in memory."""

    def __init__(self) -> None:
        self.entities: dict[int, Entity] = {}

    def take(self, clusters: Mapping[int, Sequence[Cluster]], *marked: str) -> list[set[str]]:
        """Resolve an event, keep its entities, and give the names of each as sets of "article:surface"."""
        keys = lookup_keys([cluster for found in clusters.values() for cluster in found])
        known = [e for e in self.entities.values() if keys & {alias.key for alias in e.aliases}]
        groups: list[set[str]] = []
        for one in resolve(clusters, known).entities:
            number = one.id or len(self.entities) + 1
            before = self.entities[number] if one.id else Entity(0, "", one.kind, ())
            aliases, count = (*before.aliases, *one.aliases), before.mentions + len(one.mentions)
            self.entities[number] = Entity(number, one.name, one.kind, aliases, count)
            surfaces = set()
            for article, mention in one.mentions:
                text, mentions = read(marked[article - 1])
                surfaces.add(f"{article}:{text[mentions[mention].start : mentions[mention].end]}")
            groups.append(surfaces)
        return groups

    def add(self, *marked: str) -> list[set[str]]:
        return self.take(clusters_of(*marked), *marked)

    def named(self, name: str) -> Entity:
        (entity,) = [entity for entity in self.entities.values() if entity.name == name]
        return entity

    def aliases(self, name: str) -> dict[str, str]:
        return {alias.surface: alias.reason for alias in self.named(name).aliases}


def test_a_bare_surname_is_the_one_full_name_of_its_article() -> None:
    library = Library()
    library.add("[Ana Duarte|P] spoke. [Duarte|P] left. [DUARTE|P] won. [Duarte|P]")
    assert library.aliases("Ana Duarte") == {
        "Ana Duarte": "same name",
        "Duarte": "surname of the one full name in scope",
        "DUARTE": "surname of the one full name in scope",
    }


def test_a_bare_surname_is_the_one_full_name_of_its_event_but_never_of_the_library() -> None:
    library = Library()
    assert {"1:Ana Duarte", "2:Duarte"} in library.add("[Ana Duarte|P]", "[Duarte|P]")
    assert library.add("[Duarte|P] in another event") == [{"1:Duarte"}]
    assert len(library.entities) == 2


def test_a_bare_surname_of_two_people_is_neither() -> None:
    groups = Library().add("[Ana Duarte|P] and [Luis Duarte|P]. [Duarte|P] left.", "[Duarte|P] spoke.")
    assert sorted(map(sorted, groups)) == [["1:Ana Duarte"], ["1:Duarte"], ["1:Luis Duarte"], ["2:Duarte"]]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ilham Aliyev", "Ilham Aliev", True),
        ("Mukhtar Mammadov", "Mukhtar Mmmadov", True),
        ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian", True),
        ("José Peña", "Jose Pena", True),
        ("Kim Lee", "Kim Lew", False),
        ("John Smith", "Joan Smith", False),
        ("Ali Hassan", "Ali Hussein", False),
        ("Vladimir Zelenskiy", "Vladimir Zelensky", True),
        ("Anna Petersen", "Anna Petrosyan", False),
    ],
)
def test_spellings_of_a_surname_are_one_or_two_letters_apart(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    library = Library()
    library.add(f"[{one}|P] spoke.", f"[{other}|P] spoke.")
    across = Library()
    across.add(f"[{one}|P] spoke.")
    across.add(f"[{other}|P] left.")
    assert len(library.entities) == len(across.entities) == (1 if same else 2)


def test_a_slip_in_one_article_is_the_same_person_and_says_why() -> None:
    library = Library()
    library.add("[Ilham Aliyev|P] met them. [Aliyev|P] left. Then [Ilham Aliev|P] spoke.")
    assert library.aliases("Ilham Aliyev")["Ilham Aliev"] == "spelling: one letter"


@pytest.mark.parametrize(
    "text",
    [
        "[Maria Hansen|P] and [Maria Jansen|P] met.",
        "[Maria Hansen|P] left. [Hansen|P] won. [Maria Jansen|P] stayed. [Jansen|P] lost.",
    ],
)
def test_two_people_with_nearly_one_name_stay_two_wherever_they_meet(text: str) -> None:
    library = Library()
    library.add(text, "[Maria Hansen|P] again", "[Maria Jansen|P] again")
    people = sorted(entity.name for entity in library.entities.values())
    assert people == ["Maria Hansen", "Maria Jansen"]
    library.add("[Maria Jansen|P] much later")
    assert len(library.entities) == 2


def test_spellings_never_chain() -> None:
    groups = Library().add("[Ana Bardem|P]", "[Ana Bordem|P]", "[Ana Borden|P]")
    assert len(groups) == 3


def test_a_middle_name_may_be_left_out_inside_an_event() -> None:
    assert len(Library().add("[Ana Maria Duarte|P]", "[Ana Duarte|P]")) == 1


def test_the_foreign_ministry_is_that_of_the_one_country_in_scope() -> None:
    library = Library()
    library.add(
        "[Israel|L]’s [Foreign Ministry|O] and the [Iranian Foreign Ministry|O]",
        "The [Ministry of Foreign Affairs|O] in [Jerusalem|L] spoke. The [FOREIGN MINISTRY|O] added this.",
    )
    assert set(library.aliases("Ministry of Foreign Affairs (Israel)")) == {
        "Foreign Ministry",
        "Ministry of Foreign Affairs",
        "FOREIGN MINISTRY",
    }
    assert set(library.aliases("Iranian Foreign Ministry")) == {"Iranian Foreign Ministry"}


def test_a_foreign_ministry_without_a_country_is_nobodys_where_two_are_in_scope() -> None:
    groups = Library().add(
        "[Kenya|L]'s [Foreign Ministry|O]", "The [Ugandan Foreign Ministry|O]", "The [Foreign Ministry|O] said so."
    )
    assert {"3:Foreign Ministry"} in groups


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UN", "United Nations", True),
        ("U.N.", "UN", True),
        ("Kenyan Ministry of Defence", "Kenya Defense Ministry", True),
        ("Supreme Court of India", "Supreme Court of Kenya", False),
        ("Bank of Korea", "Bank of Kenya", False),
        ("Trent Rail", "Trend Rail", False),
        ("The Harbour Times", "Harbour Times", True),
        ("Nordvik Inc.", "Nordvik", True),
        ("Barclays", "Barclays Center", False),
    ],
)
def test_organisations_are_one_by_table_owner_or_name_never_by_likeness(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    library = Library()
    library.add(f"[{one}|O] x", f"[{other}|O] y")
    assert len(library.entities) == (1 if same else 2)


def test_an_acronym_is_its_full_name_in_the_article_and_the_event_but_not_elsewhere() -> None:
    library = Library()
    first = "The [Arctic Seal Agency|O] ([ASA|O]) spoke."
    assert {"1:Arctic Seal Agency", "1:ASA", "2:ASA"} in library.add(first, "[ASA|O] said.")
    assert library.aliases("Arctic Seal Agency")["ASA"] == "acronym"
    assert library.add("[ASA|O], an insurer") == [{"1:ASA"}]


def test_a_firm_is_called_by_its_first_word_in_its_article() -> None:
    library = Library()
    library.add("[Calder Systems|O] sells. [Calder|O] buys.")
    assert library.aliases("Calder Systems")["Calder"].startswith("short name")
    assert {"1:Calder"} in Library().add("[Calder Systems|O], [Calder Rail|O] and [Calder|O]")


def test_a_name_that_articles_of_an_event_take_for_different_kinds_is_one_entity_of_the_commoner_kind() -> None:
    library = Library()
    library.add("[Ilhamar|O] sails. [Ilhamar|O] stops.", "[Ilhamar|P] sails.", "[Ilhamar|L] sails.")
    assert [(entity.name, entity.kind) for entity in library.entities.values()] == [("Ilhamar", Kind.ORG)]


def test_a_person_is_called_by_the_full_name_that_is_mentioned_most() -> None:
    library = Library()
    library.add("[Mukhtar Mmmadov|P] spoke.", "[Mukhtar Mammadov|P] left. Then [Mukhtar Mammadov|P] came. [Mammadov|P]")
    assert [entity.name for entity in library.entities.values()] == ["Mukhtar Mammadov"]


def test_a_misspelling_that_came_first_does_not_stay_the_name() -> None:
    library = Library()
    library.add("[Mukhtar Mmmadov|P] spoke.")
    library.add("[Mukhtar Mammadov|P] left. Then [Mukhtar Mammadov|P] came.")
    assert [entity.name for entity in library.entities.values()] == ["Mukhtar Mammadov"]
    library.add("[Mukhtar Mmmadov|P] again.")
    assert [entity.name for entity in library.entities.values()] == ["Mukhtar Mammadov"]


def test_a_longer_name_of_two_kinds_in_two_events_is_one_entity_of_the_commoner_kind() -> None:
    library = Library()
    library.add("[Halden Tidende|P] wrote.")
    library.add("[Halden Tidende|O] wrote. [Halden Tidende|O] asked.")
    library.add("[Halden Tidende|L] asked.")
    assert [(entity.name, entity.kind) for entity in library.entities.values()] == [("Halden Tidende", Kind.ORG)]


def test_a_word_of_two_kinds_in_two_events_is_two_entities() -> None:
    library = Library()
    library.add("[Lincoln|L] voted.")
    library.add("[Lincoln|O] voted.")
    assert len(library.entities) == 2


def test_bodies_that_everyone_knows_are_one_in_all_events_unless_another_country_has_one_there() -> None:
    library = Library()
    library.add("[Congress|O] voted.")
    library.add("The [US Congress|O] voted, and [Congress|O] went home.")
    assert len(library.entities) == 1
    library.add("[Kenya|L]'s [Supreme Court|O] ruled.", "The [Supreme Court|O] ruled.")
    library.add("The [Supreme Court|O] ruled.")
    assert len(library.entities) == 4
    library.add("The [International Criminal Court|O] met.")
    library.add("The [ICC|O] met.")
    assert len(library.entities) == 5


def test_an_office_that_every_country_has_is_nobodys_in_another_event() -> None:
    library = Library()
    library.add("The [Finance Ministry|O] said.")
    library.add("The [Finance Ministry|O] denied it.")
    assert len(library.entities) == 2


def test_peoples_are_groups_and_places_are_places() -> None:
    library = Library()
    library.add("[Azeri|G] [Azerbaijani|G] [Azerbaijanis|G] [Azerbaijan|L] [Baku|L] [Shi’ite|G] [Shia|G]")
    library.add("[Muslim-Shiite|G] [Shia Muslims|G] [Kiev|L] [Kyiv|L]")
    groups = sorted(sorted({alias.surface for alias in entity.aliases}) for entity in library.entities.values())
    assert groups == [
        ["Azerbaijan"],
        ["Azerbaijani", "Azerbaijanis", "Azeri"],
        ["Baku"],
        ["Kiev", "Kyiv"],
        ["Muslim-Shiite", "Shia Muslims"],
        ["Shia", "Shi’ite"],
    ]


def test_a_name_of_two_kinds_is_two_entities() -> None:
    assert len(Library().add("[Paris|P] in [Paris|L]")) == 2


def test_an_event_resolved_again_keeps_its_entities() -> None:
    library = Library()
    event = ("[Ana Duarte|P] of the [Foreign Ministry|O]", "[Haddad|P] and the [ASA|O]")
    library.add(*event)
    before = set(library.entities)
    library.add(*event)
    library.add(*event, "[Ana Duarte|P] again")
    assert set(library.entities) == before


def test_the_key_of_a_name_is_blind_to_case_accents_quotes_and_hyphens() -> None:
    assert alias_key("The José O’Brien-Müller") == alias_key("jose o'brien muller")
    assert alias_key("U.N.") == alias_key("UN")


def test_an_institution_says_whose_it_is() -> None:
    assert institution("Iranian Foreign Ministry").owner == "Iran"
    assert institution("Supreme Court of Kenya").owner == "Kenya"
    assert institution("Ministry of Foreign Affairs").base == institution("Foreign Ministry").base
    assert not institution("Stockholm International Peace Research Institute").generic


NAMES = [
    "[Ana Duarte|P]",
    "[Duarte|P]",
    "[Ana Duerte|P]",
    "[Luis Duarte|P]",
    "[Ana M. Duarte|P]",
    "[ASA|O]",
    "[Arctic Seal Agency|O]",
    "[Foreign Ministry|O]",
    "[Kenya|L]'s [Foreign Ministry|O]",
    "[Azeri|G]",
    "[Kiev|L]",
    "[Ugandan Foreign Ministry|O]",
    "[Sunday|D]",
    "[-|X]",
    "[Dr|P]",
    "[Jr|P]",
    "[UN|O]",
    "[ß|O]",
]
ARTICLES = st.lists(st.lists(st.sampled_from(NAMES), max_size=8).map(" went to ".join), min_size=1, max_size=5)


def groups_by_text(
    marked: Sequence[str], order: Sequence[int], known: Sequence[Entity]
) -> set[tuple[str, frozenset[tuple[int, int]]]]:
    clusters = {number: cluster_mentions(*read(marked[number])) for number in order}
    return {(one.name, frozenset(one.mentions)) for one in resolve(clusters, known).entities}


@given(ARTICLES, st.data())
def test_the_order_of_articles_and_of_known_entities_never_matters(marked: list[str], data: st.DataObject) -> None:
    known = [
        Entity(7, "Ana Duarte", Kind.PERSON, (Alias("person:ana drd", "Ana Duarte", "same name"),)),
        Entity(9, "Ana Duerte", Kind.PERSON, (Alias("person:ana drd", "Ana Duerte", "same name"),)),
    ]
    order = list(range(len(marked)))
    shuffled = data.draw(st.permutations(order))
    assert groups_by_text(marked, order, known) == groups_by_text(marked, shuffled, known[::-1])


@given(ARTICLES)
def test_every_named_mention_is_in_exactly_one_entity(marked: list[str]) -> None:
    library = Library()
    library.add(*marked)
    clusters = clusters_of(*marked)
    said = [mention for one in resolve(clusters, list(library.entities.values())).entities for mention in one.mentions]
    expected = [
        (article, number)
        for article, one in enumerate(marked, 1)
        for number, mention in enumerate(read(one)[1])
        if mention.kind is not Kind.DATE
    ]
    assert sorted(said) == expected


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_distance_of_names_is_symmetric(one: str, other: str) -> None:
    a, b = person_name(one), person_name(other)
    assert spelling_distance((a.first, a.rest), (b.first, b.rest)) == spelling_distance(
        (b.first, b.rest), (a.first, a.rest)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J.D. Vance", "J. D. Vance"),
        ("J D Vance", "J.D. Vance"),
        ("R. K. Laxman", "R.K. Laxman"),
        ("A.P.J. Kalam", "A. P. J. Kalam"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Anneke van den Berg", "van den Berg"),
    ],
)
def test_initials_apart_and_whole_surnames_are_one_person(one: str, other: str) -> None:
    assert Library().add(f"[{one}|P] spoke.", f"[{other}|P] spoke.") == [{f"1:{one}", f"2:{other}"}]
