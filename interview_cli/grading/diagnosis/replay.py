"""Known mistakes, run as the candidate's file was: entries with a slip in them, and what they answer. Imports torch."""

from __future__ import annotations

import contextlib
import functools
import itertools
import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, NoReturn, TypeVar

import torch

from interview_cli.grading.diagnosis.composition import Several, composed
from interview_cli.grading.diagnosis.derived import DerivedSlip
from interview_cli.grading.judge.check import DTYPE_NAMES, OF_A_GRADIENT, Check
from interview_cli.grading.judge.expected import CANDIDATE, REFERENCE, Expected, seed_of
from interview_cli.grading.judge.grade import Grade
from interview_cli.grading.judge.local_world import LocalWorld, Taped
from interview_cli.grading.judge.remote_world import seed_of_call
from interview_cli.grading.wire.values import seed_everything
from reference_impls import index
from reference_impls.problem import Broken, Case, Draw, Law, Problem, Ref, Target
from reference_impls.slips import Slip, read_slips

T = TypeVar("T")
SLIP_SECONDS = 1.0
OF_WEIGHTS, OF_MODULE = (
    re.compile("no place for the problem's weights |the class needs the parameters "),
    "; yours has ",
)
"""What is said before the weights that a class must have, and before those that it has."""
WEIGHT = re.compile(r"([\w.]+) (\([\d, ]*\))")
"""`k.weight (4, 6)`."""


@dataclass
class Replay:
    """Entries that are called as the candidate's were, and what they have answered so far."""

    world: ReplayWorld
    own_precision: bool = False
    answers: dict[tuple[int, torch.dtype, bool, bool, int], dict[str, Any] | None] = field(default_factory=dict)
    broken: dict[tuple[str, int], str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, grade: Grade, entries: Mapping[str, Any]) -> Replay:
        """A fresh one."""
        return cls(ReplayWorld(entries, grade.entries))

    def to(self, grade: Grade, check: Check, dtype: torch.dtype, *, gradients: bool) -> dict[str, Any]:
        """The answers to a check in one tier, or a case's gradients; in float64 unless `own_precision`.

        The steps of a scenario show its gradients among their values: without `gradients`, they end with the last value.
        """
        of_case = gradients and isinstance(grade.expected.case(check.index, dtype, REFERENCE), Case)
        calls = check.calls_before_tier.get(dtype, 0)
        key = (check.index, dtype, gradients, self.own_precision, calls)
        if key not in self.answers:
            self.world.draw_as(grade.world.seed, calls)
            self.answers[key] = (
                slip_gradients(grade.expected, self.world, check.index, dtype, upcast=not self.own_precision)
                if of_case
                else slip_values(
                    grade.expected,
                    self.world,
                    check.index,
                    dtype,
                    upcast=not self.own_precision,
                    steps=None if gradients else value_steps(grade.expected, check.index, dtype),
                )
            )
        found = self.answers[key]
        return with_zeros(found, check, dtype) if found is not None and of_case else found or {}

    def breaks(self, grade: Grade, check: Check, law: Law) -> str | None:
        """Which part of a law they break, if they draw what the candidate drew; None if they keep it."""
        key = law.name, check.calls_before
        if key not in self.broken:
            self.world.draw_as(grade.world.seed, check.calls_before)
            self.broken[key] = broken_part(grade.seed, self.world, law)
        return self.broken[key]


class ReplayWorld(LocalWorld):
    """Seeds each call as the candidate's was: what draws the same numbers in the same order has the same ones."""

    seed, calls, is_calling = 0, 0, False

    def draw_as(self, seed: int, calls: int) -> None:
        """The candidate had been called so often before, in a world of this seed."""
        self.seed, self.calls = seed, calls

    def call(self, target: Target, *args: Any, **kwargs: Any) -> Any:
        """See `World.call`."""
        with self._one_call():
            return super().call(target, *args, **kwargs)

    def taped(self, target: Target, *args: Any, **kwargs: Any) -> Taped:
        """See `LocalWorld.taped`."""
        with self._one_call():
            return super().taped(target, *args, **kwargs)

    def new(self, entry: Target, *args: Any, **kwargs: Any) -> Ref:
        """See `World.new`."""
        with self._one_call():
            return super().new(entry, *args, **kwargs)

    def repeat(self, times: int, target: Target, *args: Any, **kwargs: Any) -> list[Any]:
        """See `World.repeat`: one call of many rounds."""
        with self._one_call():
            return super().repeat(times, target, *args, **kwargs)

    @contextlib.contextmanager
    def _one_call(self) -> Iterator[None]:
        if self.is_calling:
            yield
            return
        self.calls += 1
        seed_everything(seed_of_call(self.seed, self.calls))
        self.is_calling = True
        try:
            yield
        finally:
            self.is_calling = False


class _TooLong(BaseException):
    """Raised into a slip; no `except Exception` on the way takes it for the slip's answer."""


class _AllTooLong(BaseException):
    """Raised into all that explains one answer."""


RING_AGAIN_SECONDS = 0.05
"""Python swallows what is raised while it runs a destructor or the callback of a weak reference: so the bell rings on."""


def in_time(seconds: float, otherwise: T, function: Callable[..., T], *args: Any) -> T:
    """The function's value, or another one where it takes longer: it must not hold up the verdict. Not within itself."""
    bell = signal.ITIMER_VIRTUAL, signal.SIGVTALRM, _TooLong
    return _before_it_rings(bell, seconds, otherwise, lambda: function(*args))


def all_in_time(seconds: float, otherwise: T, function: Callable[..., T], *args: Any) -> T:
    """The same for what asks `in_time`, many times perhaps: the last resort, where one of many limits was forgotten."""
    bell = signal.ITIMER_PROF, signal.SIGPROF, _AllTooLong
    return _before_it_rings(bell, seconds, otherwise, lambda: function(*args))


def _before_it_rings(
    bell: tuple[int, signal.Signals, type[BaseException]], seconds: float, otherwise: T, function: Callable[[], T]
) -> T:
    timer, number, too_long = bell

    def ring(_number: int, _frame: FrameType | None) -> NoReturn:
        raise too_long

    before = signal.signal(number, ring)
    with _unsaid(too_long):
        try:
            try:
                signal.setitimer(timer, seconds, RING_AGAIN_SECONDS)
                return function()
            finally:
                signal.setitimer(timer, 0)
        except too_long:  # it may ring in the `finally` too, before the clock is off
            signal.setitimer(timer, 0)
            return otherwise
        finally:
            signal.signal(number, before)


@contextlib.contextmanager
def _unsaid(kind: type[BaseException]) -> Iterator[None]:
    """What Python swallowed of this kind is not printed as an 'Exception ignored in …'."""
    said = sys.unraisablehook

    def say(swallowed: sys.UnraisableHookArgs, /) -> None:
        if not issubclass(swallowed.exc_type, kind):
            said(swallowed)

    sys.unraisablehook = say
    try:
        yield
    finally:
        sys.unraisablehook = said


def slips_of(problem: Problem) -> tuple[Slip, ...]:
    """The problem's own slips, read when they are first asked for."""
    return read_slips(folder_of(problem.id))


def entries_of(problem: Problem, slip: Slip | DerivedSlip) -> Mapping[str, Any]:
    """The problem's entries with the slip in them."""
    match slip:
        case DerivedSlip():
            return {**{entry.__name__: entry for entry in problem.entries}, **slip.replaces}
        case Slip():
            return entries_on(problem, slip.applied(page_of(problem.id)), slip.name)


def entries_together(problem: Problem, slips: Several) -> Mapping[str, Any] | None:
    """The problem's entries with all of the slips in them; None where that does not run."""
    name = "-and-".join(slip.name for slip in slips)
    page = composed(slips, page_of(problem.id))
    try:
        return entries_on(problem, page, name) if page is not None else None
    except Exception:  # two edits of one expression may leave what is none
        return None


def entries_on(problem: Problem, page: str, name: str) -> Mapping[str, Any]:
    """The problem's entries as this page defines them."""
    namespace: dict[str, Any] = {"__name__": f"slip_{name.replace('-', '_')}"}
    exec(compiled(page, name), namespace)
    return {entry.__name__: namespace[entry.__name__] for entry in problem.entries}


@functools.lru_cache(maxsize=512)
def compiled(page: str, slip: str) -> CodeType:
    """The page's code: run anew for each file, since what it keeps between calls may be the mistake."""
    return compile(page, f"<slip {slip}>", "exec")


@functools.cache
def page_of(problem_id: str) -> str:
    """What a person would write. Raises: KeyError if the problem has no folder."""
    return (folder_of(problem_id) / "reference.py").read_text(encoding="utf-8")


@functools.cache
def folder_of(problem_id: str) -> Path:
    """Where the problem lies. Raises: KeyError if it has no folder."""
    folder = index.folder_of(problem_id)
    if folder is None:
        raise KeyError(problem_id)
    return folder


def value_steps(expected: Expected, index: int, dtype: torch.dtype) -> int | None:
    """After how many steps a scenario has shown all its values, so that the rest are gradients; None for a case."""
    if isinstance(expected.case(index, dtype, REFERENCE), Case):
        return None
    labels = [label for label, _ in expected.observations(index, dtype)]
    return max((number for number, label in enumerate(labels, 1) if OF_A_GRADIENT not in label), default=len(labels))


def slip_values(
    expected: Expected,
    world: LocalWorld,
    index: int,
    dtype: torch.dtype,
    *,
    upcast: bool = True,
    steps: int | None = None,
) -> dict[str, Any]:
    """What the slip answers to a case in one tier, under the labels of the observations; where it raises, how.

    upcast: whether it gets the inputs in float64, or in the tier's own type, as the candidate did. steps: of a scenario, so
    many.
    """
    name = DTYPE_NAMES[dtype]
    case = expected.case(index, dtype, REFERENCE if upcast else CANDIDATE)
    answers: dict[str, Any] = {}
    try:
        if not isinstance(case, Case):
            draw = Draw(seed_of(expected.seed, "scenario", index), dtype, upcast=upcast)
            for label, value in itertools.islice(case.steps(world, draw), steps):
                answers[f"{name} {label}"] = value
        elif case.raises:
            raised = world.raised(expected.entry_of(case), *case.args, **case.kwargs)
            answers["raises"] = raised.split("<")[0] if raised else None
        else:
            with world.expecting(expected.value(index, dtype)):
                answers[f"{name} value"] = world.call(expected.entry_of(case), *case.args, **case.kwargs)
    except Exception as error:
        answers[f"{name} raises"] = type(error).__name__
        answers[f"{name} raised"] = wording(f"{type(error).__name__}: {error}")
        answers[f"{name} lacks"] = without_place(str(error))
    return answers


def without_place(message: str) -> frozenset[str]:
    """The layers whose weights find no place in a module, by their names and by the shapes of the matrices, else as biases.

    Of what is said where names and shapes must agree, or of a class with other names.
    """
    asked, _, own = message.partition(OF_MODULE)
    listed = OF_WEIGHTS.split(asked)[1:]
    lacking = {*WEIGHT.findall(listed[0].partition(";")[0])} - {*WEIGHT.findall(own)} if listed else set()
    matrices = {shape for _, shape in lacking if ", " in shape}
    layers = {name.rpartition(".")[0] or name for name, _ in lacking}
    return frozenset(layers | (matrices or {name.rpartition(".")[2] for name, _ in lacking}))


def wording(message: str) -> str:
    """The first line of an error, its numbers in order: of the same input, who names other sizes complains of another thing."""
    first = message.strip().partition("\n")[0]
    return " ".join([re.sub(r"\d+", "#", first), *sorted(re.findall(r"\d+", first))])


def slip_gradients(
    expected: Expected, world: LocalWorld, index: int, dtype: torch.dtype, *, upcast: bool = True
) -> dict[str, Any] | None:
    """The slip's gradients under the cotangents that the candidate got, as far as any arrive; None where it raises.

    upcast: as in `slip_values`.
    """
    case = expected.case(index, dtype, REFERENCE if upcast else CANDIDATE)
    assert isinstance(case, Case)
    name, entry = DTYPE_NAMES[dtype], expected.entry_of(case)
    right = expected.answer(index, dtype)
    cotangents = [cotangent.double() if upcast else cotangent for cotangent in right.cotangents]
    try:
        with world.expecting(right.value):
            _, gradients = world.gradients(entry, *case.args, cotangents=cotangents, **case.kwargs)
    except Exception:
        return None
    return {f"{name} gradient {path}": gradient for path, gradient in gradients.items() if gradient is not None}


def with_zeros(found: dict[str, Any], check: Check, dtype: torch.dtype) -> dict[str, Any]:
    """The same with zero for each gradient that was seen of the candidate and does not arrive in the slip."""
    wanted = [seen for seen in check.observed if seen.label.startswith(f"{DTYPE_NAMES[dtype]} gradient")]
    return found | {seen.label: torch.zeros_like(seen.want) for seen in wanted if seen.label not in found}


def broken_part(seed: int, world: LocalWorld, law: Law) -> str | None:
    """Which part of the law the slip breaks; None if it keeps it."""
    try:
        law.check(world, Draw(seed_of(seed, "law", law.name), law.dtype))
    except Broken as broken:
        return broken.tag
    except Exception as error:
        return f"raises {type(error).__name__}"
    return None
