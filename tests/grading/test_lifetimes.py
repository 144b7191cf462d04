"""Host, judge and candidate end with whoever asked for the verdict, however that ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from interview_cli.domain.items.question import Problem
from interview_cli.domain.items.verdict import Outcome
from interview_cli.grading.confinement import lockdown
from interview_cli.grading.host.client import GradingClient, Options
from interview_cli.grading.judge.worker import Usage
from interview_cli.grading.wire.limits import Limits
from tests.grading.attacks import adopting_orphans, children_of_all, processes_below

pytestmark = pytest.mark.skipif(not lockdown.LINUX, reason="processes are found in /proc")

BUSY = "def kth_smallest(nums, k):\n    while True: pass\n"
COMMAND = "from interview_cli.cli.entry import run; run()"


def waited_for(what: Callable[[], bool], seconds: float) -> bool:
    """Whether it comes true in time."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def has_computed(pid: int) -> bool:
    """Whether it has used more CPU time than its start takes."""
    usage = Usage.of(pid)
    return usage is not None and usage.cpu_seconds > 0.4


def busy_candidate(root: int) -> int | None:
    """The process below host and judge that computes."""
    children = children_of_all()
    judges = [judge for host in children.get(root, []) for judge in children.get(host, [])]
    return next((pid for judge in judges for pid in children.get(judge, []) if has_computed(pid)), None)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_nothing_outlives_the_command(number: signal.Signals, tmp_path: Path) -> None:
    """A window that is closed, `kill`, `kill -9`: while a solution computes, with an hour to go."""
    (tmp_path / "a.py").write_text(BUSY)
    arguments = ["grade", "kth-smallest", str(tmp_path / "a.py"), "--timeout", "3600"]
    with adopting_orphans():
        command = subprocess.Popen(
            [sys.executable, "-c", COMMAND, *arguments],
            env=os.environ | {"INTERVIEW_HOME": str(tmp_path / "home")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            assert waited_for(lambda: busy_candidate(command.pid) is not None, 60)
            started = processes_below(command.pid)
            assert len(started) >= 3
            command.send_signal(number)
            command.wait(timeout=10)
            assert waited_for(lambda: not started & processes_below(os.getpid()), 3)
        finally:
            command.kill()
            command.wait()


def test_nothing_outlives_the_judge_where_the_system_does_not_see_to_it(
    catalogue: dict[str, Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the end of the pipe alone, as on systems that do not tell a process of its parent's death."""
    layers = frozenset({"death-with-parent"})
    client = GradingClient(catalogue, os.environ, Options(timeout=3600, skip_layers=layers, ahead=1))
    monkeypatch.setattr(client, "_read", lambda *_: wait_and_leave(client))
    with adopting_orphans(), pytest.raises(Left):
        client.grade("kth-smallest", BUSY, file="a.py", seed=3)
    assert client.host is not None
    started = processes_below(client.host.pid)
    assert client.host.stdin is not None
    client.host.stdin.close()
    try:
        assert waited_for(lambda: not started & processes_below(os.getpid()), 3)
    finally:
        client.close()


class Left(Exception):
    """The test goes on while the solution computes."""


def wait_and_leave(client: GradingClient) -> bytes:
    """Where the client would read the verdict."""
    assert client.host is not None
    assert waited_for(lambda: busy_candidate(os.getpid()) is not None, 60)
    raise Left


def test_the_limit_is_the_candidates_cpu_time_and_little_more(catalogue: dict[str, Problem]) -> None:
    """However slow the machine: what the host's processes have computed in all is near the limit."""
    client = GradingClient(catalogue, os.environ, Options(timeout=1.5, ahead=1, repair_seconds=0))
    client.warm()
    assert client.grade("kth-smallest", "def kth_smallest(nums, k):\n    return 1\n", file="a.py", seed=3).checks
    assert client.host is not None
    before = computed_below(client.host.pid)
    assert client.grade("kth-smallest", BUSY, file="a.py", seed=3).outcome is Outcome.TIMEOUT
    used = computed_below(client.host.pid) - before
    client.close()
    assert used < 2.5


def computed_below(host: int) -> float:
    """CPU seconds of the host and of all that have ended below it."""
    fields = Path(f"/proc/{host}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize(
    ("asked", "limits"),
    [
        (None, Limits()),
        (1.0, Limits(cpu_seconds=1.0, wall_seconds=30.0, asleep_seconds=1.0)),
        (3600.0, Limits(cpu_seconds=3600.0, wall_seconds=21600.0)),
    ],
)
def test_one_value_holds_every_limit(asked: float | None, limits: Limits) -> None:
    """The system's own comes last, however long the user's is."""
    assert Limits.asked(asked, "cpu") == limits
    assert limits.last_cpu_seconds > 2 * limits.cpu_seconds
