"""What the judge keeps for the next file on the same problem and seed: it is made once, and changes no verdict."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, cast

import pytest
import torch

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.items.question import Problem as CatalogueEntry
from interview_cli.domain.items.verdict import Verdict
from interview_cli.grading.host import server
from interview_cli.grading.host.client import GradingClient, Options
from interview_cli.grading.judge.expected import CANDIDATE, REFERENCE, Expected, Tier, inputs_seed, seed_of
from interview_cli.grading.judge.worker import Worker
from interview_cli.grading.wire.values import tensors_in
from reference_impls import index
from reference_impls.problem import Case

LANDED = sorted(index.landed())
WRONG = {
    "attention": "def attention(q, k, v, mask=None):\n    p = (q @ k.mT).softmax(-1)\n    return p @ v, p\n",
    "dpo-loss": packaged_pages().as_answer("dpo-loss")
    + "\n\nright = dpo_loss\ndef dpo_loss(*a, **k): return -right(*a, **k)\n",
    "kth-smallest": "def kth_smallest(nums, k):\n    return sorted(nums)[k]\n",
    "rf-loss": "def rf_loss(model, x1):\n    return (model(x1, x1.flatten(1)[:, 0]) - x1).pow(2).mean()\n",
}


def in_words(verdict: Verdict) -> dict[str, Any]:
    """All of a verdict but the time that it took."""
    return {key: value for key, value in verdict.as_json().items() if key != "seconds"}


def test_a_verdict_does_not_depend_on_what_was_graded_before(catalogue: dict[str, CatalogueEntry]) -> None:
    """Neither on the problems, seeds and files before it, nor on whether a judge is fresh."""
    by_no_clock = Options(pair_seconds=0, repair_seconds=0)  # how far these searches get hangs on it
    first, again = (GradingClient(catalogue, os.environ, replace(by_no_clock, ahead=ahead)) for ahead in (1, 3))
    files = [(problem, source, 1) for problem, source in WRONG.items()]
    files += [(problem, packaged_pages().as_answer(problem), 1) for problem in WRONG]
    try:
        alone = [in_words(first.grade(p, source, file="a.py", seed=seed)) for p, source, seed in files]
        for (problem, source, seed), verdict in reversed(list(zip(files, alone, strict=True))):
            for _ in range(2):
                assert in_words(again.grade(problem, source, file="a.py", seed=seed)) == verdict
    finally:
        first.close()
        again.close()


@pytest.mark.parametrize("problem_id", LANDED)
def test_both_worlds_get_the_same_cases(problem_id: str) -> None:
    expected = Expected(index.load(problem_id), 5)
    for dtype in expected.problem.dtypes:
        for number, case in enumerate(expected.cases()):
            ours, theirs = (expected.case(number, dtype, world) for world in (REFERENCE, CANDIDATE))
            assert case.name == ours.name == theirs.name
            if isinstance(ours, Case) and isinstance(theirs, Case):
                for (path, right), (_, own) in zip(inputs_of(ours), inputs_of(theirs), strict=True):
                    assert torch.equal(right, own.to(right.dtype)), path


def inputs_of(case: Case) -> list[tuple[str, torch.Tensor]]:
    """Every tensor that a call is given."""
    return [*tensors_in(case.args, "args"), *tensors_in(dict(case.kwargs), "kwargs")]


def test_an_answer_is_computed_once() -> None:
    expected = Expected(index.load("attention"), 5)
    answer = expected.answer(0, torch.float32)
    gradients = answer.gradients()
    assert set(gradients) == {"args[0]", "args[1]", "args[2]"}
    assert expected.answer(0, torch.float32) is answer
    assert answer.gradients() is gradients
    needed = expected.cpu_seconds
    expected.answer(0, torch.float32)
    assert expected.cpu_seconds == needed


def test_cases_that_were_interrupted_while_they_were_made_are_made_again() -> None:
    interruptions = [2, 0]

    def make() -> Iterator[Case]:
        interrupt_at = interruptions.pop() if interruptions else None
        for number in range(4):
            if number == interrupt_at:
                raise KeyboardInterrupt
            yield Case(f"case {number}")

    tier = Tier(make)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            tier.all()
    assert [case.name for case in tier.all()] == [f"case {number}" for number in range(4)]
    assert tier[2].name == "case 2"


def test_gradients_that_were_interrupted_are_computed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = Expected(index.load("attention"), 5).answer(0, torch.float32).gradients()
    answer = Expected(index.load("attention"), 5).answer(0, torch.float32)
    tape = answer.tape
    assert tape is not None

    def too_long(cotangents: Sequence[torch.Tensor]) -> dict[str, Any]:
        tape.pull_back(cotangents)
        raise KeyboardInterrupt

    monkeypatch.setattr(answer, "tape", replace(tape, pull_back=too_long))
    with pytest.raises(KeyboardInterrupt):
        answer.gradients()
    assert str(answer.gradients()) == str(wanted)


class Idle:
    """A candidate's process that was never started."""

    def __init__(self, waited: float) -> None:
        self.waited = waited

    def kill(self) -> None:
        """There is nothing to kill."""

    def look(self) -> None:
        """And nothing to look at."""


TASK = {
    "problem_id": "attention", "source": "", "entries": {}, "file": "a.py", "seed": 1, "device": "cpu",
    "forbid": [], "notes": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("error", "waited", "said"),
    [
        (server.TooLong(), 0.0, "takes too long to judge"),
        (server.TooLong(), 80.0, "of which the solution took 80 s to answer"),
        (ZeroDivisionError("of ours"), 0.0, "of ours"),
    ],
)
def test_a_judge_that_was_interrupted_or_failed_grades_no_other_file(
    error: BaseException, waited: float, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(server, "judge", fail)
    monkeypatch.setattr(gc, "enable", lambda: None)
    desk = server.Desk(seconds=60.0)
    verdict = desk.grade(TASK, cast(Worker, Idle(waited)))
    assert said in verdict.get("message", "") + verdict.get("fault", "")
    assert not desk.is_usable


def test_what_the_candidate_draws_with_tells_nothing_of_its_inputs(catalogue: dict[str, CatalogueEntry]) -> None:
    """Its own seed is no function of the typed one that it could try for all of them; on every machine it is the same."""
    assert inputs_seed(7) == 1192480376715751243
    assert len({inputs_seed(seed) % (1 << 32) for seed in range(20)}) == 20
    started = time.process_time()
    inputs_seed(8)
    assert time.process_time() - started > 2e-4
    shows = (
        "import torch\ndef kth_smallest(nums, k):\n    print(torch.initial_seed())\n    return sorted(nums)[k - 1]\n"
    )
    client = GradingClient(catalogue, os.environ, Options(ahead=3))
    printed = [client.grade("kth-smallest", shows, file="a.py", seed=seed).output.split() for seed in (7, 7, 8)]
    client.close()
    assert printed[0] == printed[1]
    assert not {int(number) for number in printed[0]} & {seed_of(7, "candidate"), inputs_seed(7), 7}
    assert printed[0] != printed[2]
