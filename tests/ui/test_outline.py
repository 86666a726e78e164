"""The list as lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.models.library import OutlineEntry
from reader.ui.outline import PAGE, Outline, Spot

SIZES = st.lists(st.integers(min_value=1, max_value=5), min_size=1, max_size=20)
UNFOLDED = st.sets(st.integers(min_value=0, max_value=19))


def outline_of(sizes: list[int], unfolded: set[int] = frozenset()) -> Outline:  # type: ignore[assignment]
    numbers = iter(range(1, 1000))
    outline = Outline.of(
        OutlineEntry("", event, tuple(next(numbers) for _ in range(size))) for event, size in enumerate(sizes)
    )
    for event in unfolded & set(range(len(sizes))):
        outline.toggle(event)
    return outline


@given(SIZES, UNFOLDED)
def test_every_line_is_the_one_of_its_spot(sizes: list[int], unfolded: set[int]) -> None:
    outline = outline_of(sizes, unfolded)
    assert [outline.line_of(outline.place(line)) for line in range(outline.height)] == list(range(outline.height))


@given(SIZES, UNFOLDED)
def test_stepping_visits_every_spot_once_and_stops_at_the_ends(sizes: list[int], unfolded: set[int]) -> None:
    outline = outline_of(sizes, unfolded)
    spots = [Spot(0)]
    while (following := outline.step(spots[-1], 1)) != spots[-1]:
        spots.append(following)
    opened = [size for event, size in enumerate(sizes) if event in unfolded and size > 1]
    assert len(spots) == len(sizes) + sum(opened)
    back = [spots[-1]]
    while (before := outline.step(back[-1], -1)) != back[-1]:
        back.append(before)
    assert back == spots[::-1]


@given(SIZES, UNFOLDED)
def test_another_list_of_the_same_events_is_unfolded_alike(sizes: list[int], unfolded: set[int]) -> None:
    first, second = outline_of(sizes, unfolded), outline_of(sizes)
    second.unfold_like(first)
    assert second.height == first.height
    second.toggle_all()
    assert second.height in {len(sizes), sum(1 + (size if size > 1 else 0) for size in sizes)}


def test_pages_that_are_not_known_are_lines_all_the_same() -> None:
    outline = Outline(10 * PAGE)
    assert outline.height == 10 * PAGE
    assert outline.article_at(Spot(5 * PAGE)) is None
    assert outline.missing(PAGE - 1, PAGE) == (0, PAGE)
    outline.put(PAGE, [OutlineEntry("", number, (number,)) for number in range(PAGE)])
    assert outline.missing(PAGE - 1, PAGE) == (0,)
    assert outline.find(3) == Spot(PAGE + 3)
    assert outline.article_at(outline.place(PAGE + 3)) == 3


def test_an_event_stands_for_the_first_of_its_articles() -> None:
    outline = outline_of([1, 3], {1})
    assert outline.article_at(Spot(1)) == 2
    assert outline.article_at(Spot(1, 3)) == 4
    assert outline.find(4) == Spot(1, 3)
    outline.toggle(1)
    assert outline.find(4) == Spot(1)
    assert outline.height == 2


def test_an_empty_list_has_no_article() -> None:
    assert Outline().article_at(Spot(0)) is None
    assert Outline().step(Spot(0), 1) == Spot(0)
    assert Outline().between(0, 10) == ()
