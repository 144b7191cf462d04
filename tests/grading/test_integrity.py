"""What a host keeps of its promises around a grade: limits, nothing left running, no secrets, the same words for a seed."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from interview_cli.domain.errors import UnavailableError
from interview_cli.domain.items.question import Problem
from interview_cli.domain.items.verdict import Outcome
from interview_cli.grading.host import server
from interview_cli.grading.host.client import GradingClient, Options
from interview_cli.grading.host.server import TooLong, interrupted_after

QUICKLY = Options(ahead=1, pair_seconds=0.1, repair_seconds=0)
WRONG = "def attention(q, k, v, mask=None):\n    return v, v\n"


def test_a_hang_ends_at_the_limit(catalogue: dict[str, Problem]) -> None:
    client = GradingClient(catalogue, os.environ, replace(QUICKLY, timeout=1.0))
    try:
        verdict = client.grade(
            "attention", "def attention(q, k, v, mask=None):\n    while True: pass\n", file="a.py", seed=1
        )
    finally:
        client.close()
    assert verdict.outcome is Outcome.TIMEOUT


def test_nothing_is_left_running_after_close(catalogue: dict[str, Problem]) -> None:
    client = GradingClient(catalogue, os.environ, QUICKLY)
    client.warm()
    client.grade("attention", WRONG, file="a.py", seed=1)
    assert client.host is not None
    group = client.host.pid
    assert running_in(group)
    client.close()
    end = time.monotonic() + 5
    while running_in(group):  # what is killed ends when it comes to its turn
        assert time.monotonic() < end
        os.sched_yield()


def running_in(group: int) -> list[int]:
    """Processes of a group that are no zombies."""
    found = []
    for pid in filter(str.isdecimal, os.listdir("/proc")):
        with contextlib.suppress(OSError):
            rest = Path("/proc", pid, "stat").read_text().rpartition(")")[2].split()
            if int(rest[2]) == group and rest[0] != "Z":
                found.append(int(pid))
    return found


def test_secrets_of_the_environment_stay_outside(catalogue: dict[str, Problem]) -> None:
    client = GradingClient(catalogue, {**os.environ, "API_TOKEN": "hunter2"}, QUICKLY)
    try:
        verdict = client.grade("attention", "import os\nprint(dict(os.environ))\n" + WRONG, file="a.py", seed=1)
    finally:
        client.close()
    assert "PATH" in verdict.output
    assert "hunter2" not in verdict.output


def test_no_module_of_the_user_slips_in(catalogue: dict[str, Problem], tmp_path: Path) -> None:
    """His folders may hold a `torch.py`, and a startup file of his may change what is judged."""
    for name in ("torch", "sitecustomize", "usercustomize"):
        (tmp_path / f"{name}.py").write_text("import os\nos._exit(3)\n")
    theirs = {"PYTHONPATH": str(tmp_path), "PYTHONSTARTUP": str(tmp_path / "torch.py"), "PYTHONMALLOC": "nonsense"}
    client = GradingClient(catalogue, {**os.environ, **theirs}, QUICKLY)
    try:
        verdict = client.grade("attention", WRONG, file="a.py", seed=1)
    finally:
        client.close()
    assert verdict.outcome is Outcome.FAIL


def test_the_same_seed_gives_the_same_verdict_in_words(grader: GradingClient) -> None:
    first, again = (grader.grade("attention", WRONG, file="a.py", seed=9) for _ in range(2))
    assert first.checks == again.checks
    assert grader.grade("attention", WRONG, file="a.py", seed=10).checks != first.checks


def test_memory_that_a_solution_never_wrote_to_is_nan(grader: GradingClient) -> None:
    """Otherwise what earlier calls left in it decides, and passes for a random start or for an answer."""
    source = f"import torch\nprint(torch.empty(3), torch.ones(2, 2).new_empty(2))\n{WRONG}"
    assert "tensor([nan, nan, nan]) tensor([nan, nan])" in grader.grade("attention", source, file="a.py", seed=1).output


def test_a_fault_of_ours_does_not_touch_the_next_file(catalogue: dict[str, Problem]) -> None:
    """The host is replaced: it may be about to leave."""
    missing = catalogue["attention"].model_copy(update={"id": "missing"})
    client = GradingClient({**catalogue, "missing": missing}, os.environ, QUICKLY)
    try:
        with pytest.raises(UnavailableError, match="grading failed"):
            client.grade("missing", WRONG, file="a.py", seed=1)
        assert client.grade("attention", WRONG, file="b.py", seed=1).outcome is Outcome.FAIL
    finally:
        client.close()


def test_the_judge_is_interrupted_wherever_it_is() -> None:
    """An answer may take for ever to be looked at; nothing that catches exceptions on the way keeps the clock from it."""
    before = signal.getsignal(signal.SIGALRM)
    try:
        with pytest.raises(TooLong), interrupted_after(0.05):
            compute_for_ever()
    finally:
        signal.signal(signal.SIGALRM, before)
    assert signal.getitimer(signal.ITIMER_REAL) == signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def compute_for_ever() -> None:
    """And take whatever is raised for an answer."""
    while True:
        with contextlib.suppress(Exception):
            sum(range(1000))


@pytest.mark.parametrize(
    ("status", "answered"), [(1, "fault"), (-signal.SIGPROF, "crashed"), (-signal.SIGKILL, "crashed"), (-11, "crashed")]
)
def test_a_judge_dies_over_what_a_solution_returned(status: int, answered: str) -> None:
    """Of a signal; what it says itself, before it leaves, is a fault of ours."""
    assert list(server.ending(status)) == [answered]


def test_a_file_over_which_the_judge_dies_has_a_verdict_and_the_next_is_graded(
    catalogue: dict[str, Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = GradingClient(catalogue, os.environ, QUICKLY)
    died = json.dumps(server.ending(-signal.SIGKILL)).encode()
    try:
        with monkeypatch.context() as patched:
            patched.setattr(client, "_read", lambda *_: died)
            verdict = client.grade("attention", WRONG, file="a.py", seed=1)
        assert (verdict.outcome, verdict.file, verdict.seed) == (Outcome.CRASHED, "a.py", 1)
        assert client.grade("attention", WRONG, file="b.py", seed=1).outcome is Outcome.FAIL
    finally:
        client.close()
