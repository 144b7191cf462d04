"""The trusted side of one grade: makes inputs, runs the reference, compares, decides. Never executes candidate code.

May import `reference_impls`; is imported itself only after the candidate's process has been forked.
"""

from __future__ import annotations

import functools
import inspect
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from interview_cli.domain.items.verdict import CheckResult, CheckStatus, Diagnosis, Outcome, Verdict
from interview_cli.grading.candidate.withheld import BUILDING_BLOCKS, operators
from interview_cli.grading.judge.compare import Comparer, Difference, describe, unwrapped
from interview_cli.grading.judge.expected import CANDIDATE, HALF, REFERENCE, Answer, Expected, draw_alike, seed_of
from interview_cli.grading.judge.worker import Stopped, Worker
from interview_cli.grading.judge.worlds import (
    ArgumentsChanged,
    CandidateError,
    Form,
    LocalWorld,
    NumpyAnswer,
    RemoteWorld,
)
from interview_cli.grading.wire.frames import ProtocolError
from reference_impls.problem import GRADIENT, Accept, Broken, Case, Draw, Law, Scenario

REFERENCE_CPU_FACTOR = 20
"""A right answer in another style may be this many times slower than the reference."""
AFRESH = 4
MAX_TEXT = 1200
TYPES_MET = re.compile(r"(?:d|data|scalar )types?\b|Input type", re.IGNORECASE)
"""How torch says that float32 and float64 met in one product: code that makes float32 tensors of its own is right."""
PROCESS_ENDS = (CandidateError, ArgumentsChanged, Stopped)
CONFINED = (
    (
        re.compile("operation not permitted|read-only file system|permission denied|name resolution", re.IGNORECASE),
        "a solution is confined: it cannot write files, read yours, use the network or start processes, which asyncio, "
        "multiprocessing and torch.compile do; compute without them, threads work",
    ),
    (re.compile("No such file or directory"), "a solution does not see your files: write the data into it"),
    (re.compile("EOF when reading a line"), "nobody answers input() while a file is graded"),
)
"""What confinement looks like from inside, and why it is so."""
TAKES_OUT = frozenset({"array", "float", "int", "item", "numpy", "tolist"})
MOVES = TAKES_OUT | {
    "arange", "as_tensor", "bool", "cat", "clone", "contiguous", "cpu", "detach", "dim", "double", "empty", "empty_like",
    "expand", "flatten", "from_numpy", "full", "get", "getitem", "is_floating_point", "iter", "len", "long", "mT", "movedim",
    "ndimension", "nelement", "new_empty", "new_tensor", "new_zeros", "numel", "ones", "permute", "ravel", "repr",
    "requires_grad", "reshape", "set", "setitem", "size", "squeeze", "stack", "swapaxes", "tensor", "to", "transpose",
    "unbind", "unsqueeze", "view", "zeros", "zeros_like",
}  # fmt: skip
"""Functions of torch that compute nothing: an answer that needs no others, and takes numbers or arrays out of its tensors,
computes with these."""
DTYPE_NAMES = {torch.float16: "float16", torch.bfloat16: "bfloat16", torch.float32: "float32", torch.float64: "float64"}


@dataclass(frozen=True)
class Observed:
    """What one step of a check showed: the reference's value, the candidate's, and how they compare."""

    label: str
    want: Any
    got: Any
    comparer: Comparer
    differs: bool


def is_another(seen: Observed, other: Observed) -> bool:
    """Whether two observations of one number or tensor hold different answers, and the right one is the same."""
    if seen.label != other.label or not isinstance(unwrapped(seen.want), Tensor | float):
        return False
    try:
        same_want = seen.comparer.agrees(other.want, seen.want)
        return same_want and not seen.comparer.agrees(other.got, seen.got)
    except Exception:  # what cannot be compared may be the same
        return False


@dataclass
class Check:
    """One case, scenario or law, with everything that was seen while it ran."""

    name: str
    index: int
    status: CheckStatus = CheckStatus.NOT_RUN
    message: str = ""
    inputs: str = ""
    expected: str = ""
    got: str = ""
    line: int | None = None
    broken_tag: str | None = None
    changed: tuple[str, ...] = ()
    calls_before: int = 0
    observed: list[Observed] = field(default_factory=list)

    def fail(self, difference: Difference, prefix: str = "") -> None:
        """Keep the first failure."""
        if self.status is not CheckStatus.PASS:
            return
        self.status = CheckStatus.FAIL
        self.message = prefix + difference.message
        self.expected, self.got = difference.expected, difference.got

    def result(self) -> CheckResult:
        """What the verdict shows of it."""
        texts = (one_line(self.message), *map(readable, (self.inputs, self.expected, self.got)))
        return CheckResult(self.name, self.status, *(text[:MAX_TEXT] for text in texts))


def other_form(case: Case | Scenario) -> Form:
    """NumPy for a case with tensors, torch for one with arrays."""
    given = (*case.args, *case.kwargs.values()) if isinstance(case, Case) else ()
    return Form.TORCH if any(type(arg).__module__ == "numpy" for arg in given) else Form.NUMPY


@functools.cache
def parameter_names(function: Any) -> tuple[str, ...]:
    """The names of its parameters, in order."""
    return tuple(inspect.signature(function).parameters)


@dataclass
class Grade:
    """Runs the checks of one problem against one candidate's world."""

    expected: Expected
    world: RemoteWorld
    checks: list[Check] = field(default_factory=list)
    stopped: Stopped | None = None
    running: Check | None = None
    unsteady: bool = False
    remembers: bool = False
    float32_alone: bool = False
    outside_torch: bool = False
    cpu_allowance: float = 10.0

    def __post_init__(self) -> None:
        self.problem = self.expected.problem
        self.seed = self.expected.seed
        self.entries = self.expected.entries

    # --- all checks ---------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Run every check, smallest first; those that a dead process leaves are marked as not run."""
        cases = self.expected.cases()
        try:
            self.checks = self.fresh_checks(cases)
            self.run_case(self.checks[0], cases[0])
            if self.first_form_fails(cases):
                self.checks[0] = Check(cases[0].name, 0)
                self.run_case(self.checks[0], cases[0])
            self.run_all(cases, start=1)
            if self.other_form_mends(cases):
                self.checks = self.fresh_checks(cases)
                self.run_all(cases)
            self.look_again(cases)
        except Stopped as stopped:
            self.stopped = stopped
            running = self.running or self.checks[0]
            running.status, running.message = CheckStatus.ERROR, stopped.message

    def fresh_checks(self, cases: Sequence[Case | Scenario]) -> list[Check]:
        """One for each case and law, none of them run."""
        checks = [Check(case.name, index) for index, case in enumerate(cases)]
        return checks + [Check(law.name, len(cases) + index) for index, law in enumerate(self.problem.laws)]

    def run_all(self, cases: Sequence[Case | Scenario], start: int = 0) -> None:
        """Cases from this one on, then laws."""
        for check, case in zip(self.checks[start : len(cases)], cases[start:], strict=True):
            self.run_case(check, case)
        for check, law in zip(self.checks[len(cases) :], self.problem.laws, strict=True):
            self.run_law(check, law)

    def first_form_fails(self, cases: Sequence[Case | Scenario]) -> bool:
        """Whether the first call works in the other form alone: NumPy answers to tensor problems, and the reverse.

        Leaves the world in the form that works.
        """
        case = cases[0]
        if self.checks[0].status is not CheckStatus.ERROR or not isinstance(case, Case):
            return False
        before, self.world.answered_in_numpy = self.world.answered_in_numpy, False
        if not self.first_call_works(case, Form.AS_GIVEN) and self.first_call_works(case, other_form(case)):
            return True
        self.world.form, self.world.answered_in_numpy = Form.AS_GIVEN, before
        return False

    def other_form_mends(self, cases: Sequence[Case | Scenario]) -> bool:
        """Whether a case that raised passes in the other form: the first one may run in a form that is not the answer's.

        Leaves the world in the form that is.
        """
        raised = [check for check in self.checks[: len(cases)] if check.status is CheckStatus.ERROR]
        if not raised or self.world.form is not Form.AS_GIVEN or not isinstance(cases[raised[0].index], Case):
            return False
        before = self.world.answered_in_numpy
        again = Check(raised[0].name, raised[0].index)
        self.world.form = other_form(cases[again.index])
        self.run_case(again, cases[again.index])
        if again.status is not CheckStatus.PASS:
            self.world.form, self.world.answered_in_numpy = Form.AS_GIVEN, before
        return again.status is CheckStatus.PASS

    def look_again(self, cases: Sequence[Case | Scenario]) -> None:
        """Ask the first wrong answer once more: whether it is another one then, and whether earlier calls have spoiled it.

        They have if it is right as often as the file has just been run; by chance, in one that is wrong half of the time, in
        less than 1 of 60 grades.
        """
        wrong = [check for check in self.checks[: len(cases)] if check.status is not CheckStatus.PASS]
        if not wrong:
            return
        first, again = wrong[0], self.again(wrong[0], cases, renewed=False)
        self.unsteady = any(is_another(*pair) for pair in zip(first.observed, again.observed, strict=False))
        self.remembers = again.status is not CheckStatus.PASS and all(
            self.again(first, cases, renewed=True).status is CheckStatus.PASS for _ in range(AFRESH)
        )

    def again(self, check: Check, cases: Sequence[Case | Scenario], *, renewed: bool) -> Check:
        """The check run once more, of an answer without a past if asked for; not run where that ends the process.

        Without a past it draws the same random numbers: only what it has kept can make a difference.
        """
        once_more = Check(check.name, check.index)
        try:
            if renewed:
                self.world.renew()
                self.world.calls = check.calls_before
            self.run_case(once_more, cases[check.index])
        except (CandidateError, Stopped):
            once_more.status = CheckStatus.NOT_RUN
        return once_more

    def first_call_works(self, case: Case, form: Form) -> bool:
        """Whether the first case runs in this form; its value is judged later."""
        self.world.form = form
        own = self.expected.first_for_candidate(0)
        assert isinstance(own, Case)
        try:
            self.world.call(self.expected.entry_of(case), *own.args, **own.kwargs)
        except CandidateError:
            return bool(case.raises)
        except ArgumentsChanged:
            return True
        return True

    # --- one check ----------------------------------------------------------------------------------------------------

    def run_case(self, check: Check, case: Case | Scenario) -> None:
        """All tiers of one case; the first failure is what the check reports."""
        self.running = check
        check.status = CheckStatus.PASS
        check.calls_before = self.world.calls
        for dtype in case.dtypes or self.problem.dtypes:
            if dtype in HALF and self.world.answered_in_numpy:
                continue
            try:
                if isinstance(case, Case):
                    self.run_call(check, dtype)
                else:
                    self.run_scenario(check, case, dtype)
            except CandidateError as error:
                if not self.is_for_float32(error, dtype):
                    self.record_error(check, error, dtype)
            except ArgumentsChanged as changed:
                check.changed = tuple(self.argument_names(check, changed.paths))
                where = ", ".join(check.changed)
                check.fail(Difference(f"your code changed its argument {where}", "left as it was", "modified"))
            if check.status is not CheckStatus.PASS:
                if isinstance(case, Case) and not check.inputs:  # it ended before there was time to describe them
                    check.inputs = self.describe_inputs(self.nth_case(check, dtype, CANDIDATE))
                return

    def is_for_float32(self, error: CandidateError, dtype: torch.dtype) -> bool:
        """Whether an answer that holds in float32 refuses float64 for its own float32 tensors: no statement asks for more."""
        met = dtype is torch.float64 and error.kind == "RuntimeError" and TYPES_MET.search(error.message) is not None
        self.float32_alone |= met
        return met

    def record_error(self, check: Check, error: CandidateError, dtype: torch.dtype | None = None) -> None:
        """An exception is the answer to this check."""
        if dtype is not None:
            comparer = Comparer(self.problem.tolerances, dtype)
            check.observed.append(Observed(f"{DTYPE_NAMES[dtype]} raises", None, error.kind, comparer, True))
        if check.status is CheckStatus.PASS:
            check.status = CheckStatus.ERROR
            check.message = error.message + (f" (line {error.line})" if error.line else "")
            check.line = error.line
            check.got = error.trace.strip()[-1000:]

    def nth_case(self, check: Check, dtype: torch.dtype, world: str) -> Case:
        """The case of this check in a tier."""
        case = self.expected.case(check.index, dtype, world)
        assert isinstance(case, Case)
        return case

    def run_call(self, check: Check, dtype: torch.dtype) -> None:
        """One call in one tier: value, then gradients."""
        ours, theirs = self.nth_case(check, dtype, REFERENCE), self.nth_case(check, dtype, CANDIDATE)
        comparer = Comparer(self.problem.tolerances, dtype)
        entry = self.expected.entry_of(ours)
        if ours.raises:
            check.inputs = check.inputs or self.describe_inputs(theirs)
            self.expect_raise(check, entry, theirs)
            return
        asked = dtype in self.expected.tiers_with_gradients(ours) and not self.world.answered_in_numpy
        want, got, gradients = (
            self.both_with_gradients(check, theirs, dtype) if asked else self.both_values(check, theirs, dtype)
        )
        tier = "" if dtype == self.problem.dtypes[0] else f"in {DTYPE_NAMES[dtype]}, "
        found = self.not_accepted(ours.accept, got, want) if ours.accept else self.difference(comparer, got, want)
        check.observed.append(Observed(f"{DTYPE_NAMES[dtype]} value", want, got, comparer, found is not None))
        if found is not None:
            check.fail(found, tier)
        elif isinstance(gradients, CandidateError):
            raise gradients
        elif gradients and all(own is None for _, own in gradients.values()) and self.is_outside_torch(entry, theirs):
            self.world.answered_in_numpy = self.outside_torch = True
        elif gradients is not None:
            shared = comparer.for_gradients(right for right, _ in gradients.values())
            for path, (right, own) in gradients.items():
                self.compare_gradient(check, path, right, own, shared, tier)

    def both_values(self, check: Check, theirs: Case, dtype: torch.dtype) -> tuple[Any, Any, None]:
        """What the reference and the candidate return."""
        check.inputs = check.inputs or self.describe_inputs(theirs)
        want = self.expected.value(check.index, dtype)
        self.allow_time()
        return want, self.world.call(self.expected.entry_of(theirs), *theirs.args, **theirs.kwargs), None

    def both_with_gradients(
        self, check: Check, theirs: Case, dtype: torch.dtype
    ) -> tuple[Any, Any, dict[str, tuple[Tensor, Any]] | CandidateError | None]:
        """Both results and, for each input with a gradient, both gradients under random cotangents, in one exchange.

        Where leaves may be why the candidate raises, it is called again without: its value is judged before that.
        """
        entry, right = self.expected.entry_of(theirs), self.expected.answer(check.index, dtype)
        if not right.cotangents:
            return self.both_values(check, theirs, dtype)

        def while_it_computes() -> None:
            right.gradients()
            check.inputs = check.inputs or self.describe_inputs(theirs)
            self.expected.ahead(check.index, dtype)

        self.allow_time()
        try:
            got, gradients = self.world.gradients_while(
                while_it_computes, entry, *theirs.args, cotangents=right.cotangents, **theirs.kwargs
            )
        except NumpyAnswer:
            self.world.answered_in_numpy = True
            return right.value, self.world.call(entry, *theirs.args, **theirs.kwargs), None
        except CandidateError as error:
            if error.kind != "RuntimeError":  # autograd's own complaints are RuntimeErrors
                raise
            failure = error if self.wanted_gradients(theirs, right) else None
            return right.value, self.world.call(entry, *theirs.args, **theirs.kwargs), failure
        wanted = self.wanted_gradients(theirs, right)
        return right.value, got, {path: (want, gradients.get(path)) for path, want in wanted.items()}

    def wanted_gradients(self, case: Case, right: Answer) -> dict[str, Tensor]:
        """The reference's, but of what the case calls constant."""
        return {path: want for path, want in right.gradients().items() if not self.is_constant(case, path)}

    def difference(self, comparer: Comparer, got: Any, want: Any, where: str = "the result") -> Difference | None:
        """What `Comparer.difference` says; an answer that it cannot even look at is another answer."""
        try:
            return comparer.difference(got, want, where)
        except Exception as error:
            comparer.difference(want, want, where)  # if this raises, too, the reference's value is our bug
            return Difference(f"{where} cannot be compared: {error}", describe(want), f"a {type(got).__name__}")

    def not_accepted(self, accept: Accept, got: Any, want: Any) -> Difference | None:
        """What the case's own judgement says, likewise."""
        try:
            complaint = accept(got, want)
        except Exception as error:
            accept(want, want)
            complaint = f"the answer has another form than asked for: {error}"
        return Difference(complaint, describe(want), describe(got)) if complaint else None

    def expect_raise(self, check: Check, entry: str, case: Case) -> None:
        """The call must raise one of the named exceptions (or a subclass)."""
        raised = self.world.raised(entry, *case.args, **case.kwargs)
        wanted = " or ".join(case.raises)
        ok = raised is not None and not set(raised.split("<")).isdisjoint(case.raises)
        got = f"raises {raised.split('<')[0]}" if raised else "returns"
        check.observed.append(
            Observed(
                "raises", case.raises, raised.split("<")[0] if raised else None, Comparer({}, torch.float32), not ok
            )
        )
        if not ok:
            check.fail(Difference(f"expected {wanted}, but the call {got}", wanted, got))

    def compare_gradient(self, check: Check, path: str, want: Tensor, got: Any, comparer: Comparer, tier: str) -> None:
        """One gradient; none at all counts as zero only where zero is right."""
        name = self.argument_name(check, path)
        value = torch.zeros_like(want) if got is None else got
        found = self.difference(comparer, value, want, f"the gradient of {name}")
        check.observed.append(
            Observed(f"{DTYPE_NAMES[comparer.tier]} gradient {path}", want, value, comparer, found is not None)
        )
        if found is not None and got is None:
            message = f"no gradient reaches {name}: is something detached, or computed under no_grad?"
            found = Difference(message, describe(want), "none")
        if found is not None:
            check.fail(found, tier)

    def is_outside_torch(self, entry: str, case: Case) -> bool:
        """Whether the answer only takes numbers out of its tensors and puts numbers into new ones, as NumPy answers do."""
        ran = self.world.trace(entry, *case.args, **case.kwargs).operators
        return ran <= MOVES and not ran.isdisjoint(TAKES_OUT)

    def is_constant(self, case: Case, path: str) -> bool:
        """Whether the case says that this argument has no gradient."""
        return any(path in (f"args[{c}]", f"kwargs[{c!r}]") for c in case.constant) or any(
            self.parameter_of(self.expected.entry_of(case), path) == c for c in case.constant
        )

    def run_scenario(self, check: Check, scenario: Scenario, dtype: torch.dtype) -> None:
        """The same steps in both worlds; observations must agree in order."""
        comparer = Comparer(self.problem.tolerances, dtype)
        wanted = self.expected.observations(check.index, dtype)
        self.allow_time()
        draw_alike(seed_of(self.seed, "judge", check.index))
        own = scenario.steps(self.world, Draw(seed_of(self.seed, "scenario", check.index), dtype))
        gradients = [value for label, value in wanted if label.startswith(GRADIENT) and isinstance(value, Tensor)]
        for_gradients = comparer.for_gradients(gradients)
        tier = "" if dtype == self.problem.dtypes[0] else f"in {DTYPE_NAMES[dtype]}, "
        for label, want in wanted:
            got = self.next_observation(own, label)
            fitting = for_gradients if label.startswith(GRADIENT) else comparer
            found = self.difference(fitting, got, want, label)
            check.observed.append(Observed(f"{DTYPE_NAMES[dtype]} {label}", want, got, fitting, found is not None))
            if found is not None:
                check.fail(found, tier)

    def next_observation(self, own: Iterator[tuple[str, Any]], label: str) -> Any:
        """The candidate's value for the step. The reference went through the same steps: what fails here is its answer."""
        try:
            own_label, got = next(own)
        except PROCESS_ENDS:
            raise
        except Broken as broken:
            raise CandidateError("Broken", broken.message, None, "") from None
        except StopIteration:
            raise CandidateError("Missing", f"{label} is missing", None, "") from None
        except Exception as error:
            raise CandidateError("Form", f"{label} cannot be used: {error}", None, "") from None
        if own_label != label:
            raise CandidateError("Missing", f"{label} is missing", None, "")
        return got

    def hold_law(self, law: Law, seed: int) -> None:
        """In the law's type, or in float32 where the answer is for that alone."""
        try:
            law.check(self.world, Draw(seed, law.dtype))
        except CandidateError as error:
            if not self.is_for_float32(error, law.dtype):
                raise
            law.check(self.world, Draw(seed, torch.float32))

    def run_law(self, check: Check, law: Law) -> None:
        """A property that holds for every right answer."""
        self.running = check
        check.status = CheckStatus.PASS
        seed = seed_of(self.seed, "law", law.name)
        draw_alike(seed)
        try:
            self.hold_law(law, seed)
        except Broken as broken:
            check.broken_tag = broken.tag
            check.fail(Difference(broken.message, "", ""))
        except NumpyAnswer as error:
            if self.problem.grad:
                self.world.answered_in_numpy = True  # a law about gradients, which a NumPy answer does not have
            else:
                self.record_error(check, error)
        except CandidateError as error:
            check.broken_tag = f"raises {error.kind}"
            self.record_error(check, error)
        except ArgumentsChanged as changed:
            where = ", ".join(changed.paths)
            check.fail(Difference(f"your code changed its argument {where}", "left as it was", "modified"))
        except Stopped:
            raise
        except Exception as error:
            law.check(LocalWorld(self.entries), Draw(seed, law.dtype))  # if this raises, too, the law is our bug
            check.fail(Difference(f"the answer has another form than asked for: {error}", "", ""))

    def allow_time(self) -> None:
        """The limit grows with what the reference itself needed."""
        allowance = self.cpu_allowance + REFERENCE_CPU_FACTOR * self.expected.cpu_seconds
        budget = self.world.worker.budget
        self.world.worker.budget = type(budget)(allowance, budget.wall_seconds)

    # --- words --------------------------------------------------------------------------------------------------------

    def parameter_of(self, entry: str, path: str) -> str:
        """The name of the parameter behind `args[1]` or `kwargs['mask']` of a call of this entry."""
        if path.startswith("kwargs['"):
            return path[8:].split("'")[0]
        if not path.startswith("args["):
            return path
        names = parameter_names(self.entries[entry])
        position = int(path[5:].split("]")[0])
        return names[position] if position < len(names) else path

    def argument_name(self, check: Check, path: str) -> str:
        """The name of a parameter or of a module's weight."""
        if path.startswith("param."):
            return path.removeprefix("param.")
        case = self.expected.first_for_candidate(check.index)
        if isinstance(case, Case):
            return self.parameter_of(self.expected.entry_of(case), path)
        only = self.problem.entries[0]  # what a scenario calls, unless there are several functions or a class
        return self.parameter_of(only.__name__, path) if len(self.entries) == 1 and inspect.isfunction(only) else path

    def argument_names(self, check: Check, paths: Sequence[str]) -> list[str]:
        """Names of several arguments, each once."""
        return list(dict.fromkeys(self.argument_name(check, path) for path in paths))

    def describe_inputs(self, case: Case) -> str:
        """`q = float32 (1, 1, 2, 4): [...]; mask = ...`."""
        named = [
            (self.parameter_of(self.expected.entry_of(case), f"args[{i}]"), arg) for i, arg in enumerate(case.args)
        ]
        named += list(case.kwargs.items())
        return "; ".join(f"{name} = {describe(value)}" for name, value in named)[:1200]

    def forbidden_function(self, names: Sequence[str]) -> str | None:
        """A forbidden function that really ran on the first case, of those that cannot be withheld."""
        names = [name for name in names if name in BUILDING_BLOCKS or not operators()]
        if not names:
            return None
        case = self.expected.first_for_candidate(0)
        self.world.tracing, self.world.functions = True, set()
        try:
            if isinstance(case, Case):
                self.world.call(self.expected.entry_of(case), *case.args, **case.kwargs)
            else:
                list(case.steps(self.world, Draw(seed_of(self.seed, "scenario", 0), self.problem.dtypes[0])))
        finally:
            self.world.tracing = False
        return next((name for name in names if name in self.world.functions), None)


# --- the verdict ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Task:
    """What is asked of the judge: a prepared source for a landed problem."""

    problem_id: str
    source: str
    entries: Mapping[str, str]
    file: str
    seed: int
    device: str = "cpu"
    timeout: float | None = None
    forbid: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def judge(task: Task, worker: Worker, expected: Expected, started: float) -> Verdict:
    """Grade. Whatever goes wrong here ends in something that is not a pass. Raises: Stopped if the worker did not start."""
    from interview_cli.grading.diagnosis.search import diagnose

    world = RemoteWorld(
        worker,
        expected.entries,
        seed_of(task.seed, "candidate"),
        inputs_may_change=expected.problem.inputs_may_change,
    )
    grade = Grade(expected, world, cpu_allowance=task.timeout or 10.0)
    worker.settle()
    grade.allow_time()
    try:
        outcome, message, line = run_checks(grade, task)
    finally:
        worker.kill()
    diagnosis: tuple[Diagnosis, ...] = ()
    notes = [*task.notes, *notes_of(grade)]
    notes += confined_notes([message, *(check.message for check in grade.checks)])
    if outcome in (Outcome.FAIL, Outcome.ERROR, Outcome.TIMEOUT):
        try:
            draw_alike(seed_of(task.seed, "diagnosis"))
            diagnosis = diagnose(grade)
        except Exception as error:  # the verdict stands without its explanation
            notes.append(f"the answer cannot be explained: {type(error).__name__}")
    return Verdict(
        problem=task.problem_id,
        file=task.file,
        outcome=outcome,
        message=one_line(message)[:MAX_TEXT],
        seed=task.seed,
        device=task.device,
        seconds=time.monotonic() - started,
        line=line,
        checks=tuple(check.result() for check in grade.checks),
        diagnosis=tuple(Diagnosis(d.kind, d.slip, one_line(d.message)[:MAX_TEXT]) for d in diagnosis),
        notes=tuple(one_line(note) for note in notes),
        output=readable(worker.output.decode("utf-8", "replace")),
        output_truncated=worker.printed > len(worker.output),
    )


def run_checks(grade: Grade, task: Task) -> tuple[Outcome, str, int | None]:
    """Outcome, message and line of a grade."""
    try:
        entries = {name: task.entries.get(name, name) for name in grade.problem.entry_names()}
        names = grade.world.execute(task.source, entries, task.forbid, grade.expected.ready)
    except CandidateError as error:
        return Outcome.ERROR, f"the file raises {error.message}", error.line
    except Stopped as stopped:
        return Outcome(stopped.outcome), stopped.message, stopped.line
    except ProtocolError:
        return Outcome.INVALID, "the file is too large", None
    missing = [name for name in grade.problem.entry_names() if name not in names]
    if missing:
        return Outcome.INVALID, f"the file does not define {' and '.join(missing)}", None
    grade.run()
    return conclude(grade, task)


def conclude(grade: Grade, task: Task) -> tuple[Outcome, str, int | None]:
    """A pass needs one good result for every check; silence is not one."""
    if grade.stopped is not None:
        return Outcome(grade.stopped.outcome), grade.stopped.message, grade.stopped.line
    bad = [check for check in grade.checks if check.status is not CheckStatus.PASS]
    if not bad and grade.checks:
        try:
            function = grade.forbidden_function(task.forbid)
            grade.world.end()
        except Stopped as stopped:
            return Outcome(stopped.outcome), stopped.message, None
        except Exception as error:  # the same call went well before
            return Outcome.FAIL, f"the answer changed between two calls: {error}", None
        if function is not None:
            return Outcome.FORBIDDEN, f"the answer runs {function}, which this problem asks you to write", None
        return Outcome.PASS, f"all {len(grade.checks)} checks passed", None
    message = f"{len(bad)} of {len(grade.checks)} checks failed"
    if all(check.status is CheckStatus.ERROR for check in bad):
        return Outcome.ERROR, f"{message}: {bad[0].message}", bad[0].line
    return Outcome.FAIL, message, None


def notes_of(grade: Grade) -> tuple[str, ...]:
    """What was not checked, and in which form the answer was taken."""
    notes = []
    if grade.world.answered_in_numpy and torch.float64 in grade.problem.dtypes and grade.problem.grad:
        kind = "an answer that computes outside torch" if grade.outside_torch else "NumPy answer"
        notes.append(f"gradients and half precision not checked: {kind}")
    if grade.float32_alone:
        notes.append("float64 not checked: your code mixes it with float32 tensors of its own")
    if grade.world.form is not Form.AS_GIVEN:
        notes.append(f"the inputs were converted to {grade.world.form.value}")
    return tuple(notes)


def confined_notes(messages: Sequence[str]) -> list[str]:
    """Why an error may not be the answer's fault, and what to do."""
    return [note for pattern, note in CONFINED if any(pattern.search(message) for message in messages)]


def readable(text: str) -> str:
    """Words that may be the candidate's, without anything that a terminal would obey or a file could not hold."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(c if c in "\n\t" or c.isprintable() else "\ufffd" for c in text)


def one_line(text: str) -> str:
    """The same in one line: a second one, in a sentence of the verdict, could read like another verdict."""
    return " ".join(readable(text).split())
