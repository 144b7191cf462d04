"""No file of the corpus passes, harms, hangs or stays: each ends in the verdict of its first line.

A file's first line is `# expect: OUTCOME[, OUTCOME]`, its second may be `# problem: ID`; CANARY in it is the path of a
file of the user's, with an event log beside it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_cli.domain.question import Problem
from interview_cli.domain.verdict import Verdict
from interview_cli.grading.client import GradingClient, Options

FILES = sorted((Path(__file__).parent / "hostile").glob("*.py"))
LEFT_BEHIND = (Path("/tmp/left-behind"), Path("/dev/shm/left-behind"))
HONEST = "def kth_smallest(nums, k):\n    if not 1 <= k <= len(nums):\n        raise ValueError\n    return sorted(nums)[k - 1]\n"


def header(source: str, key: str, default: str) -> str:
    """What a `# key: value` line at the top says."""
    start = f"# {key}: "
    return next((line.removeprefix(start) for line in source.splitlines()[:2] if line.startswith(start)), default)


@pytest.fixture(scope="module")
def hurried(catalogue: dict[str, Problem]) -> Iterator[GradingClient]:
    """A client whose grades may compute for one second."""
    client = GradingClient(catalogue, os.environ, Options(timeout=1.0))
    yield client
    client.close()


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A file of the user's in a folder that any process of the user's may change, beside an event log."""
    path = tmp_path / "canary"
    path.write_text("alive")
    log = sqlite3.connect(tmp_path / "canary.db")
    with contextlib.closing(log), log:
        log.execute("create table events (id)")
        log.execute("insert into events values ('first')")
    return path


def state_of(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Contents, mode and time of every file of a folder."""
    return {p.name: (p.read_bytes(), p.stat().st_mode, p.stat().st_mtime_ns) for p in sorted(folder.iterdir())}


def processes_below(root: int) -> list[int]:
    """Processes that descend from this one and are no zombies, and orphans that run this interpreter's host."""
    parents: dict[int, tuple[int, str]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, parent = entry.read_text().rpartition(")")[2].split()[:2]
            parents[int(entry.parent.name)] = int(parent), state
    found, new = set(), {root}
    while new:
        new = {pid for pid, (parent, state) in parents.items() if parent in new and state != "Z"} - found
        found |= new
    return sorted(found)


def is_alone(client: GradingClient) -> bool:
    """Whether the host has no child left; the last one's memory may still be on its way back."""
    assert client.host is not None
    end = time.monotonic() + 5
    while processes_below(client.host.pid):
        if time.monotonic() > end:
            return False
        os.sched_yield()
    return True


def texts(verdict: Verdict) -> Iterator[str]:
    """Every text that a person may see."""
    yield from (verdict.message, verdict.output, *verdict.notes)
    for check in verdict.checks:
        yield from (check.name, check.message, check.input, check.expected, check.got)
    yield from (diagnosis.message for diagnosis in verdict.diagnosis)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_hostile_file_neither_passes_nor_harms_nor_stays(path: Path, hurried: GradingClient, canary: Path) -> None:
    source = path.read_text(encoding="utf-8")
    before = state_of(canary.parent)
    started = time.monotonic()
    verdict = hurried.grade(
        header(source, "problem", "attention"), source.replace("CANARY", repr(str(canary))), file="a.py", seed=3
    )
    assert verdict.outcome.value in header(source, "expect", "").split(", "), (verdict.message, verdict.checks[:1])
    assert time.monotonic() - started < 15
    assert is_alone(hurried)
    assert state_of(canary.parent) == before
    assert not any(left.exists() for left in LEFT_BEHIND)
    assert all(c.isprintable() or c in "\n\t" for text in texts(verdict) for c in text)
    assert max(map(len, texts(verdict))) < 20_000
    assert hurried.grade("kth-smallest", HONEST, file="b.py", seed=3).ok, "the host no longer grades"
