"""What counts against the limit: what a solution computes and what it sleeps, not what it waits for a busy processor."""

from __future__ import annotations

import os
from collections.abc import Iterable

import pytest

from interview_cli.domain.items.question import Problem
from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.grading.host.client import GradingClient, Options
from interview_cli.grading.judge.worker import MOST_ASLEEP, Clock, Usage, no_answer, ran_too_long

LOOK = 0.02


def seen(looks: Iterable[tuple[float, float, str]], *, owes_an_answer: bool = True) -> Clock:
    """A clock that was shown CPU seconds and state at these times."""
    clock = Clock(awake_at=0.0, looked_at=0.0)
    for now, cpu_seconds, state in looks:
        clock.look(now, Usage(cpu_seconds, state), owes_an_answer=owes_an_answer)
    return clock


def test_what_only_sleeps_is_asleep_all_the_time() -> None:
    clock = seen((LOOK * n, 0.5, "S") for n in range(1, 502))
    assert clock.asleep == pytest.approx(10.0)
    assert clock.awake_at == LOOK


def test_what_naps_again_and_again_adds_up() -> None:
    """One look in ten finds it at work: no stretch of sleep is long, and nine tenths of the time are."""
    looks = [(LOOK * n, 0.01 * (n // 10), "S") for n in range(1, 501)]
    assert seen(looks).asleep == pytest.approx(9.0, abs=0.1)


@pytest.mark.parametrize("state", ["R", "D"])
def test_what_waits_for_a_processor_or_the_disk_is_not_asleep(state: str) -> None:
    assert seen((LOOK * n, 0.5, state) for n in range(1, 501)).asleep == 0.0


def test_what_computes_is_not_asleep_whatever_it_does_as_one_looks() -> None:
    assert seen((LOOK * n, LOOK * n, "S") for n in range(1, 501)).asleep == 0.0


def test_nobody_sleeps_while_the_judge_computes() -> None:
    assert seen(((LOOK * n, 0.5, "S") for n in range(1, 501)), owes_an_answer=False).asleep == 0.0


def test_looks_that_are_far_apart_count_for_little() -> None:
    """On a busy machine the judge has to wait, too: nobody knows what was in between."""
    assert seen([(1.0, 0.5, "R"), (5.0, 0.5, "S"), (9.0, 0.5, "S")]).asleep == pytest.approx(2 * MOST_ASLEEP)


@pytest.mark.parametrize(
    ("asleep", "elapsed", "said"),
    [
        (0.0, 10.1, "the solution ran for more than 10 s"),
        (9.5, 10.1, "the solution ran for more than 10 s, of which it waited 9.5 s"),
        (0.0, 21.0, "the solution ran for more than 10 s; your computer was busy with other work for another 11 s"),
    ],
)
def test_a_busy_computer_and_a_wait_are_told(asleep: float, elapsed: float, said: str) -> None:
    assert ran_too_long(10.0, asleep, elapsed) == said


def test_a_computer_that_is_too_busy_for_any_answer_is_told() -> None:
    assert no_answer(60.0, 20.0) == "no answer within 60 s"
    assert no_answer(60.0, 54.2) == "no answer within 60 s; your computer was busy with other work for 54 s of them"


def graded(catalogue: dict[str, Problem], body: str) -> Verdict:
    client = GradingClient(catalogue, os.environ, Options(timeout=1.0, ahead=1))
    try:
        source = f"import time, threading\ndef kth_smallest(nums, k):\n    {body}\n"
        return client.grade("kth-smallest", source, file="a.py", seed=3)
    finally:
        client.close()


@pytest.mark.parametrize("body", ["time.sleep(600)", "threading.Event().wait()", "while True: time.sleep(0.01)"])
def test_a_file_that_waits_ends_by_its_own_time_not_by_the_wall_clock(catalogue: dict[str, Problem], body: str) -> None:
    verdict = graded(catalogue, body)
    assert verdict.outcome is Outcome.TIMEOUT
    assert "waited" in verdict.message


def test_a_file_that_computes_ends_by_its_own_time_not_by_the_wall_clock(catalogue: dict[str, Problem]) -> None:
    verdict = graded(catalogue, "while True: pass")
    assert verdict.outcome is Outcome.TIMEOUT
    assert verdict.message.startswith("the solution ran for more than 1 s")


def test_a_file_that_waits_for_its_own_busy_thread_computes(catalogue: dict[str, Problem]) -> None:
    """So a busy machine, on which the thread has to wait, takes none of its time."""
    spin = "t = threading.Thread(target=lambda: [None for _ in iter(int, 1)]); t.start(); t.join()"
    verdict = graded(catalogue, spin)
    assert verdict.outcome in (Outcome.TIMEOUT, Outcome.MEMORY)
    assert "waited" not in verdict.message
