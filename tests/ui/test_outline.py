"""The list as lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.models.library import OutlineEntry
from reader.ui.outline import Outline, Spot

SIZES = st.lists(st.integers(min_value=1, max_value=5), min_size=1, max_size=20)


def outline_of(sizes: list[int]) -> Outline:
    numbers = iter(range(1, 1000))
    return Outline(
        OutlineEntry("", event, tuple(next(numbers) for _ in range(size))) for event, size in enumerate(sizes)
    )


@given(SIZES, st.sets(st.integers(min_value=0, max_value=19)))
def test_every_line_belongs_to_the_spot_that_says_so(sizes: list[int], folded: set[int]) -> None:
    outline = outline_of(sizes)
    for event in folded & set(range(len(sizes))):
        outline.toggle(event)
    for line in range(outline.height):
        spot, inside = outline.place(line)
        first, last = outline.lines_of(spot)
        assert first + inside == line
        assert line <= last


@given(SIZES)
def test_stepping_visits_every_spot_once_and_stops_at_the_ends(sizes: list[int]) -> None:
    outline = outline_of(sizes)
    spots = [Spot(0)]
    while (following := outline.step(spots[-1], 1)) != spots[-1]:
        spots.append(following)
    assert len(spots) == sum(1 if size == 1 else 1 + size for size in sizes)
    back = [spots[-1]]
    while (before := outline.step(back[-1], -1)) != back[-1]:
        back.append(before)
    assert back == spots[::-1]


@given(SIZES, st.integers(min_value=1, max_value=19))
def test_pages_appended_give_the_same_lines_as_one_page(sizes: list[int], cut: int) -> None:
    whole = outline_of(sizes)
    pages = Outline(whole.entries[:cut])
    pages.extend(whole.entries[cut:])
    assert pages.height == whole.height
    assert [pages.place(line) for line in range(whole.height)] == [whole.place(line) for line in range(whole.height)]


def test_a_header_stands_for_the_first_article_of_its_event() -> None:
    outline = outline_of([1, 3])
    assert outline.article_at(Spot(1)) == 2
    assert outline.article_at(Spot(1, 3)) == 4
    assert outline.find(4) == Spot(1, 3)
    outline.toggle(1)
    assert outline.find(4) == Spot(1)
    assert outline.height == 4


def test_an_empty_list_has_no_article() -> None:
    assert Outline().article_at(Spot(0)) is None
    assert Outline().step(Spot(0), 1) == Spot(0)
    assert Outline().articles_between(0, 10) == ((), ())
