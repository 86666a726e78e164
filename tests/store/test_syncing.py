"""Several machines that share a folder end the same, whatever they did, and in whatever order files come and go."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from reader.errors import UsageError
from reader.models.corrections import Called, SameAs, Who, encode
from reader.models.journal import ChangeKind
from reader.models.sources import SourceKind, Terms
from reader.models.words import Synced
from reader.store import journal, naming, sources, syncing
from reader.store.database import Database
from reader.store.opening import connect
from reader.store.store import Store
from tests.store.making import BRIDGE, FERRY, HARVEST, make_article, put

HISTORIES = 500
AT_ONCE = 50
STEPS = 24
KINDS = (ChangeKind.READ, ChangeKind.STARRED, ChangeKind.DISMISSED, ChangeKind.TOGETHER)
FEEDS = ("https://example.com/feed", "https://example.org/feed")


class Machine:
    """A library with a folder of its own, and a clock that may be days wrong."""

    def __init__(self, place: Path, template: Path, monkeypatch: pytest.MonkeyPatch, days: int = 1) -> None:
        self.folder = place / "shared"
        self.folder.mkdir(parents=True)
        shutil.copy(template, place / "library.db")
        self.database = connect(place / "library.db")
        self.database.run("PRAGMA synchronous = OFF")
        self._days = days
        self._monkeypatch = monkeypatch
        self._seconds = 0

    def __enter__(self) -> Database:
        """The library, while this machine's clock runs."""
        self._seconds += 1
        moment = f"2024-06-{self._days:02}T10:{self._seconds // 60:02}:{self._seconds % 60:02}"
        for module in (journal, syncing):
            self._monkeypatch.setattr(module, "now", lambda: moment)
        return self.database

    def __exit__(self, *_: object) -> None:
        pass

    def sync(self) -> Synced:
        with self as database:
            return syncing.sync(database, self.folder)[0]

    def states(self) -> dict[tuple[str, str], str]:
        return syncing._states(self.database)

    def star(self, target: str, *, value: bool = True) -> None:
        with self as database:
            journal.change(database, ChangeKind.STARRED, [target], value=value)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three articles that has never synced."""
    path = tmp_path_factory.mktemp("template") / "library.db"
    with Store.open(path) as store:
        for number, text in enumerate((BRIDGE, FERRY, HARVEST)):
            put(store, make_article(text, f"/news/{number}.txt"))
    return path


@pytest.fixture
def machine(tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Machine]]:
    made: list[Machine] = []

    def make(days: int = 1) -> Machine:
        made.append(Machine(tmp_path / f"machine {len(made)}", template, monkeypatch, days))
        return made[-1]

    yield make
    for each in made:
        each.database.close()


def targets(database: Database) -> list[str]:
    return sorted(row[0] for row in database.rows("SELECT digest FROM article"))


def act(machine: Machine, rng: Random) -> None:
    """Something that a person does."""
    with machine as database:
        texts = targets(database)
        match rng.randrange(7):
            case 0:
                journal.undo(database)
            case 1:
                journal.redo(database)
            case 2:
                address = rng.choice(FEEDS)
                known = sources.source_at(database, address)
                if known and rng.random() < 0.5:
                    sources.remove_source(database, known.id)
                else:
                    terms = Terms(rng.choice(["", "News"]), rng.choice([(), ("world",)]), days=rng.choice([0, 90]))
                    sources.add_source(database, address, SourceKind.FEED, address, "", terms)
            case 3:
                said = [encode(Called(Who(None, "Ewa Zuraw"), name)) for name in ("Ewa Żuraw", "Minister Żuraw")]
                kind, target = rng.choice([*said, encode(SameAs(Who(None, "Ewa Zuraw"), Who(None, "Ewa Żuraw")))])
                journal.change(database, kind, [target], value=rng.random() < 0.7)
            case _:
                kind = rng.choice(KINDS)
                target = " ".join(sorted(rng.sample(texts, 2))) if kind is ChangeKind.TOGETHER else rng.choice(texts)
                journal.change(database, kind, [target], value=rng.random() < 0.6)


def carry(source: Machine, other: Machine, rng: Random | None = None) -> None:
    """Copy the files of one folder to another; with ``rng`` some of them, and of these perhaps the beginning only."""
    for path in source.folder.iterdir():
        if rng is None or rng.random() < 0.7:
            written = path.read_bytes()
            there = other.folder / path.name
            if rng is not None and rng.random() < 0.3:
                written = written[: rng.randrange(len(written) + 1)]
            if not there.exists() or there.stat().st_size < len(written):
                there.write_bytes(written)


def history(machines: list[Machine], rng: Random) -> None:
    """What three machines do for a while."""
    for _ in range(STEPS):
        one, other = rng.sample(machines, 2)
        match rng.randrange(3):
            case 0:
                act(one, rng)
            case 1:
                one.sync()
            case _:
                carry(one, other, rng)


@pytest.mark.parametrize("first", range(0, HISTORIES, AT_ONCE))
def test_three_machines_end_the_same(
    first: int, tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(first, first + AT_ONCE):
        rng = Random(seed)  # noqa: S311 histories, no secrets
        machines = [
            Machine(tmp_path / f"{seed}-{name}", template, monkeypatch, day)
            for name, day in zip("abc", rng.sample(range(1, 29), 3), strict=True)
        ]
        history(machines, rng)
        for each in machines:
            each.sync()
        for one, other in permutations(machines, 2):
            carry(one, other)
        for each in machines:
            each.sync()
        ends = [each.states() for each in machines]
        assert ends[0] == ends[1] == ends[2], seed
        assert [each.sync().sent for each in machines] == [0, 0, 0], seed
        said = [naming.corrections(each.database) for each in machines]
        assert said[0] == said[1] == said[2], seed
        files = sorted(machines[0].folder.iterdir())
        for order in permutations(files):
            watcher = Machine(tmp_path / f"{seed}-{'-'.join(path.stem for path in order)}", template, monkeypatch)
            for number, path in enumerate(order):
                shutil.copy(path, watcher.folder / f"{number}.journal")
                watcher.sync()
            assert watcher.states() == ends[0], seed
            assert set(naming.corrections(watcher.database)) == set(said[0]), seed
            watcher.database.close()
        for each in machines:
            each.database.close()
        for place in tmp_path.glob(f"{seed}-*"):
            shutil.rmtree(place)


def test_two_machines_that_disagree_are_told_once_and_end_the_same(machine: Callable[..., Machine]) -> None:
    one, other = machine(3), machine(2)
    target = targets(one.database)[0]
    other.star(target)
    assert other.sync().sent == 1
    one.star(target)
    with one as database:
        journal.undo(database)
    one.star(target)
    one.star(target, value=False)
    assert one.sync().sent == 0, "nothing is left of it"
    one.star(target)
    carry(other, one)
    assert one.sync().conflicts == (), "both say the same"
    carry(one, other)
    other.sync()
    one.star(target, value=False)
    one.sync()
    other.star(target, value=False)
    other.star(target)
    with other as database:
        sources.add_source(database, FEEDS[0], SourceKind.FEED, FEEDS[0], "", Terms("News"))
    with one as database:
        sources.add_source(database, FEEDS[0], SourceKind.FEED, FEEDS[0], "", Terms("Today"))
    one.sync()
    carry(one, other)
    synced = other.sync()
    (conflict,) = synced.conflicts
    assert (conflict.kind, conflict.target) == ("subscription", FEEDS[0])
    assert [json.loads(value)["named"] for _, value in conflict.values] == ["Today", "News"]
    assert other.sync().conflicts == ()
    carry(other, one)
    assert one.sync().conflicts == (conflict,)
    assert one.states() == other.states()


def test_a_word_that_knew_of_another_is_later_whatever_the_clocks_say(machine: Callable[..., Machine]) -> None:
    ahead, behind = machine(28), machine(1)
    target = targets(ahead.database)[0]
    ahead.star(target)
    ahead.sync()
    carry(ahead, behind)
    behind.sync()
    behind.star(target, value=False)
    behind.sync()
    carry(behind, ahead)
    assert ahead.sync().taken == 1
    assert ahead.states() == behind.states() == {}


def test_what_cannot_be_read_is_told_and_costs_no_other_line(machine: Callable[..., Machine]) -> None:
    one, other = machine(), machine()
    target = targets(one.database)[0]
    one.star(target)
    one.sync()
    (path,) = one.folder.iterdir()
    nonsense = {"kind": "same as", "target": "nobody", "value": "1", "stamp": 1, "machine": "newer"}
    hostile = {"kind": "starred", "target": target, "value": "\x1b[2J", "stamp": 10**15, "machine": "evil"}
    newer = {"kind": "painted", "target": target, "value": "red", "stamp": 1, "machine": "newer"}
    lines = [b"no words", *(json.dumps(each).encode() for each in (hostile, newer, nonsense))]
    (other.folder / "theirs.journal").write_bytes(path.read_bytes() + b"\n".join(lines) + b"\n" + b'{"kind": "sta')
    synced = other.sync()
    assert synced.taken == 1
    (problem,) = synced.problems
    assert problem.startswith("2 lines")
    assert other.states() == {("starred", target): "1"}
    assert other.sync().sent == 0, "what is not understood here is not taken back"


def test_a_process_that_ends_between_file_and_library_says_nothing_twice(
    machine: Callable[..., Machine], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = machine(), machine()
    one.star(targets(one.database)[0])
    with monkeypatch.context() as broken:
        broken.setattr(syncing, "_receive", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            one.sync()
    carry(one, other)
    # The file says which machine it is; the library forgot with the rest of its transaction.
    assert other.sync().taken == 1
    assert one.sync().conflicts == ()
    assert one.states() == other.states()


def test_a_lost_folder_is_filled_again(machine: Callable[..., Machine]) -> None:
    one, other = machine(), machine()
    one.star(targets(one.database)[0])
    one.sync()
    for path in one.folder.iterdir():
        path.unlink()
    one.sync()
    carry(one, other)
    other.sync()
    assert other.states() == one.states() != {}


def test_a_folder_that_is_not_there_is_one_sentence(machine: Callable[..., Machine]) -> None:
    one = machine()
    with pytest.raises(UsageError, match="There is no folder"), one as database, closing(database):
        syncing.sync(database, one.folder / "missing")
