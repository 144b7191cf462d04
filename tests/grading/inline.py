"""The judge and the candidate's runner in one process: what they say to each other is the same, bytes and all.

A grade costs a fifth of one through processes, so that every known mistake can be graded in every test run. Nothing is
confined, withheld or limited here: only sources of our own are graded so, and a sample of them goes through the real grader.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import queue
import random
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any, cast
from unittest.mock import patch

import numpy as np
import torch

from interview_cli.domain.items.question import Problem
from interview_cli.grading.candidate.errors import describe_error
from interview_cli.grading.candidate.runner import Channel, Runner
from interview_cli.grading.candidate.source.paste import prepare
from interview_cli.grading.candidate.uncompiled import do_without_compiler
from interview_cli.grading.diagnosis.known import KnownSlips
from interview_cli.grading.diagnosis.replay import Replay
from interview_cli.grading.host.server import Desk
from interview_cli.grading.judge.expected import Expected, inputs_seed
from interview_cli.grading.judge.grade import Grade
from interview_cli.grading.judge.outcome import Task
from interview_cli.grading.judge.worker import Stopped, Worker
from interview_cli.grading.wire import frames
from reference_impls import index
from reference_impls.problem import Draw
from reference_impls.problem import Problem as Page
from reference_impls.slips import Slip

REAL_SEED = 21
"""One for all answers that tests have graded by the real grader: what the reference gives is made once for a problem."""
SECONDS = 60.0
CANDIDATE_SECONDS = 1.5
"""Of the processor. No slip takes so long; what does is for the real grader."""
LOOK_SECONDS = 0.25
CALLBACK_SECONDS, LAST_SECONDS = 0.1, 20.0
GONE = b""

do_without_compiler()  # as in a host: to load it takes longer than a mistake may, and what is interrupted there fails ever after


class _Hall(Channel):
    """Whole frames in memory in the place of two pipes."""

    def __init__(self) -> None:
        self.questions: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.answers = queue.Queue[bytes]()  # a signal can make SimpleQueue wait for ever, whatever its timeout
        self._rest = memoryview(b"")

    def exactly(self, size: int) -> bytearray:
        if not self._rest:
            self._rest = memoryview(self.questions.get())
            if not self._rest:
                raise SystemExit
        taken, self._rest = self._rest[:size], self._rest[size:]
        return bytearray(taken)

    def has_more(self) -> bool:
        return True

    def send(self, data: bytes) -> None:
        self.answers.put(bytes(data))


class InlineWorker:
    """A candidate on a thread of this process, as the judge sees it."""

    layers: Mapping[str, str] = {}
    dead = False

    def __init__(self) -> None:
        self.output, self.printed = bytearray(), 0
        self._hall, self._allowed = _Hall(), CANDIDATE_SECONDS
        self._state = (*_generators()[:2], np.random.MT19937(0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def settle(self) -> None:
        """It is there at once."""

    def exchange(self, data: bytes, work: Callable[[], None] | None = None) -> tuple[bytes, bytearray]:
        """One frame there and one back; each side has random generators of its own, as two processes have."""
        if work is not None:
            work()
        own, threads = _generators(), torch.get_num_threads()
        _set_generators(self._state)
        self._hall.questions.put(data)
        answer = self._answer()
        self._state = _generators()
        _set_generators(own)
        assert torch.get_num_threads() == threads
        size, _ = frames.parse_head(answer[: frames.HEAD.size])
        body = answer[frames.HEAD.size :]
        return bytes(body[:size]), bytearray(body[size:])

    def _used(self) -> float:
        """Seconds of the processor."""
        return time.clock_gettime(time.pthread_getcpuclockid(self._thread.ident or 0))

    def _answer(self) -> bytes:
        """Raises: Stopped where the thread computes too long."""
        while self._used() < self._allowed:
            with contextlib.suppress(queue.Empty):
                return self._hall.answers.get(timeout=LOOK_SECONDS)
        self._interrupt()
        raise Stopped("timeout", "time limit exceeded")

    def unheard(self) -> contextlib.AbstractContextManager[None]:
        """Nobody listens anyhow."""
        return contextlib.nullcontext()

    def allow(self, cpu_seconds: float) -> None:
        """Nobody looks at the clock."""

    def own_seconds(self) -> float:
        """Those of this process are counted."""
        return 0.0

    def hurry(self, seconds: float, by_the_wall: float) -> None:
        """So long from now."""
        del by_the_wall
        self._allowed = self._used() + seconds

    def drain(self) -> None:
        """What a solution prints goes its own way."""

    def look(self) -> None:
        """There is nothing to look after."""

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """Nobody looks at the clock."""
        yield

    def has_unread(self) -> bool:
        """Whether more answers came than questions."""
        return not self._hall.answers.empty()

    def kill(self) -> None:
        """The thread ends with its next question."""
        self._hall.questions.put(GONE)

    def _interrupt(self) -> None:
        """As far as a thread can be: between two of its own instructions.

        Python swallows what is raised in a callback of its garbage collector, so that none runs meanwhile. A solution that
        catches it, or had just answered, ends with its next question.
        """
        self.dead = True
        thread = ctypes.c_ulong(self._thread.ident or 0)
        gc.disable()
        try:
            self._thread.join(CALLBACK_SECONDS)
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(SystemExit))
            self.kill()
            self._thread.join(LAST_SECONDS)
        finally:
            gc.enable()

    def _serve(self) -> None:
        runner = Runner(self._hall)
        with contextlib.suppress(SystemExit):
            while True:
                frame = runner.receive()
                try:
                    runner.send("ok", *runner.perform(frame))
                except SystemExit:
                    raise
                except BaseException as error:
                    runner.send("err", None, **describe_error(error))


def half_of(page: Page) -> Page:
    """The first half of the cases, in the last tier alone, without laws.

    Whatever fails here fails in the whole, and a known mistake that is told from all others here is told there.
    """
    cases = sum(1 for _ in page.cases(Draw(0, page.dtypes[-1])))
    return replace(
        page, cases=lambda draw: islice(page.cases(draw), (cases + 1) // 2), dtypes=page.dtypes[-1:], laws=()
    )


def run_until_wrong(grade: Grade) -> None:
    """In the place of `Grade.run`."""
    cases = grade.expected.cases()
    grade.checks = grade.fresh_checks(cases)
    with grade._stopping():
        for index in grade.expected.order():
            check = grade.checks[index]
            if index < len(cases):
                grade.run_case(check, cases[index])
            else:
                grade.run_law(index)
            if check.is_wrong:
                return


class HalfDesk(Desk):
    """Asks half of each problem."""

    def _expected_of(self, task: Task) -> Expected:
        asked = task.problem_id, task.seed
        if self._expected is None or self._asked != asked:
            self._asked, self._expected = asked, Expected(half_of(index.load(task.problem_id)), inputs_seed(task.seed))
        return self._expected


class InlineGrader:
    """Grades sources of our own without processes; keeps what the reference gives for the latest problem and seed."""

    def __init__(
        self,
        catalogue: Mapping[str, Problem],
        desk: type[Desk] = Desk,
        *,
        repair_seconds: float = 0,
        pair_seconds: float = 1.0,
    ) -> None:
        self._catalogue, self._repair_seconds, self._pair_seconds = catalogue, repair_seconds, pair_seconds
        self._desk = desk(SECONDS, lambda: cast(Worker, InlineWorker()))
        self._replays: dict[tuple[str, int], list[tuple[Slip, Replay]]] = {}

    def first_fault(self, problem: str, source: str, seed: int) -> str:
        """The outcome where no more is asked after a check that fails, and nothing is explained. Raises: as `grade`."""
        with patch.object(Grade, "run", run_until_wrong):
            return str(self.grade(problem, source, seed, explained=False)["verdict"])

    def grade(
        self, problem: str, source: str, seed: int, *, planted: tuple[str, ...] = (), explained: bool = True
    ) -> dict[str, Any]:
        """The verdict as JSON, of planted code with its standing; without its diagnosis unless `explained`.

        Raises: AssertionError for a fault of the judge.
        """
        prepared = prepare(source, self._catalogue[problem].entry, None)
        task: dict[str, Any] = {"problem_id": problem, "source": prepared.source, "entries": prepared.entries}
        task |= {"file": "inline.py", "seed": seed, "device": "cpu", "forbid": (), "notes": prepared.notes}
        task |= {"planted": planted, "explain": explained, "repair_seconds": self._repair_seconds}
        task["pair_seconds"] = self._pair_seconds
        task["setup"] = {
            "needed": None,  # pages hold nothing beside their definitions
            "supplies": prepared.supplies.statements,
            "lazily": prepared.supplies.in_annotations_alone,
            "unbound": prepared.supplies.unbound,
            "elsewhere": dict(prepared.supplies.elsewhere),
        }
        with warnings.catch_warnings(), uninitialized_memory_is_nan(), self._slips_replayed_once():
            verdict = self._desk.grade(task, cast(Worker, InlineWorker()))
        assert "fault" not in verdict, verdict
        return verdict

    @contextlib.contextmanager
    def _slips_replayed_once(self) -> Iterator[None]:
        """What a slip answers to the same inputs is kept for the next file; the judge asks anew, as it may keep a state."""
        anew = KnownSlips.replayed

        def replayed(known: KnownSlips) -> list[tuple[Slip, Replay]]:
            asked = known.grade.problem.id, known.grade.expected.seed
            if all(problem != asked[0] for problem, _ in self._replays):
                self._replays.clear()
            if asked not in self._replays:
                self._replays[asked] = anew(known)
            return self._replays[asked]

        with patch.object(KnownSlips, "replayed", replayed):
            yield


def _generators() -> tuple[Any, ...]:
    """NumPy's as an object: its state takes longer to read than most functions that are graded."""
    return torch.default_generator.get_state(), random.getstate(), np.random.mtrand.get_bit_generator()


def _set_generators(state: tuple[Any, ...]) -> None:
    of_torch, of_python, of_numpy = state
    torch.default_generator.set_state(of_torch)
    random.setstate(of_python)
    np.random.mtrand.set_bit_generator(of_numpy)


@contextlib.contextmanager
def uninitialized_memory_is_nan() -> Iterator[None]:
    """As in the real candidate: see `runner.spoil_unwritten_memory`."""
    torch._C._set_deterministic_algorithms(True, warn_only=True)
    try:
        yield
    finally:
        torch._C._set_deterministic_algorithms(False)
        sys.modules.pop("solution", None)
