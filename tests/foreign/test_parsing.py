"""Foreign parsers: whatever one input makes them do costs that input only, and is told in one sentence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from reader.errors import InputError
from reader.foreign.limits import USUAL, Limits
from reader.foreign.parsers import PARSERS
from reader.foreign.parsing import ParserProcess

HOSTILE = {
    name: f"tests.foreign.hostile:{name}"
    for name in (
        *("shout", "process", "loop", "loop_in_c", "wait", "eat", "swell", "crash"),
        *("abort", "leave", "refuse", "err", "chatter", "write"),
    )
}


QUICK = replace(USUAL, cpu_seconds=0.5)


@pytest.fixture
def process(request: pytest.FixtureRequest) -> Iterator[ParserProcess]:
    limits: Limits = getattr(request, "param", QUICK)
    process = ParserProcess(HOSTILE, limits)
    yield process
    process.close()


def refusal(process: ParserProcess, parser: str, raw: bytes) -> str:
    with pytest.raises(InputError) as caught:
        process.run(parser, raw, object)
    return str(caught.value)


def works(process: ParserProcess) -> bool:
    return process.run("shout", b"news", list[str], "of", "today") == ["NEWS", "of", "today"]


def test_one_process_parses_one_input_after_the_other(process: ParserProcess) -> None:
    first = process.run("process", b"", int)
    assert works(process)
    assert process.run("shout", b"x" * 3_000_000, list[str]) == ["X" * 3_000_000]
    assert process.run("process", b"", int) == first != os.getpid()


@pytest.mark.parametrize(
    ("parser", "raw", "told"),
    [
        ("loop", b"abc", "takes more than 0.5 seconds to parse"),
        ("loop_in_c", b"a" * 40, "takes more than 0.5 seconds to parse"),
        ("eat", b"400", "needs more than 300 MB of memory to be parsed"),
        ("swell", b"60000000", "becomes more than 50 MB of text"),
        ("crash", b"", "makes its parser crash (signal SIGSEGV)"),
        ("abort", b"", "makes its parser crash (signal SIGABRT)"),
        ("leave", b"", "makes its parser crash (exit code 7)"),
        ("refuse", b"", "holds no article"),
        ("err", b"", "cannot be parsed: ValueError: bad markup"),
    ],
)
def test_a_hostile_input_is_refused_in_one_sentence_and_the_next_is_parsed(
    process: ParserProcess, parser: str, raw: bytes, told: str
) -> None:
    assert refusal(process, parser, raw) == told
    assert works(process)


@pytest.mark.parametrize("process", [replace(USUAL, wall_seconds=0.5)], indirect=True)
def test_a_parser_that_waits_for_ever_is_given_up(process: ParserProcess) -> None:
    assert refusal(process, "wait", b"") == "is not parsed within 0.5 seconds"
    assert works(process)


@pytest.mark.parametrize("process", [replace(USUAL, wall_seconds=0.5)], indirect=True)
def test_a_process_that_is_stopped_or_killed_from_outside_is_replaced(process: ParserProcess) -> None:
    os.kill(process.run("process", b"", int), signal.SIGSTOP)
    assert refusal(process, "shout", b"") == "is not parsed within 0.5 seconds"
    os.kill(process.run("process", b"", int), signal.SIGKILL)
    assert works(process)


def test_an_input_is_not_refused_for_what_others_have_eaten(process: ParserProcess) -> None:
    first = process.run("process", b"", int)
    assert process.run("eat", b"150", int) == 150
    assert process.run("eat", b"150", int) == 150, "the process was full, a fresh one has room"
    assert process.run("process", b"", int) != first


def test_what_a_parser_prints_reads_or_writes_goes_nowhere(process: ParserProcess, tmp_path: Path) -> None:
    assert process.run("chatter", b"", str) == ""
    assert refusal(process, "write", str(tmp_path / "file").encode()).startswith("cannot be parsed: OSError")
    assert (tmp_path / "file").read_text() == ""


def test_the_process_ends_with_the_one_that_started_it() -> None:
    script = (
        "from reader.foreign.parsing import ParserProcess; import os;"
        f"kept = ParserProcess({HOSTILE!r}); print(kept.run('process', b'', int), flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, check=False)
    assert done.returncode == -signal.SIGKILL
    state = Path(f"/proc/{int(done.stdout)}/stat")
    end = time.monotonic() + 10
    while state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z":
        assert time.monotonic() < end
        time.sleep(0.02)


def test_every_parser_in_the_table_is_there() -> None:
    for place in PARSERS.values():
        module, _, function = place.partition(":")
        assert callable(getattr(import_module(module), function))
