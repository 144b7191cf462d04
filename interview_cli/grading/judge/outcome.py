"""What a grade comes to: outcome, message, line and notes. Judge's side; imports torch."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from interview_cli.domain.items.verdict import CheckStatus, Outcome
from interview_cli.grading.judge.causes import in_file, not_of_the_answer
from interview_cli.grading.judge.expected import seed_of
from interview_cli.grading.judge.extent import as_far_as_it_goes, is_right_as_far_as_it_goes, leave_out_other_ranks
from interview_cli.grading.judge.forms import CONVERTED, is_to_be_in_torch, unchecked
from interview_cli.grading.judge.given_form import Form
from interview_cli.grading.judge.grade import Grade
from interview_cli.grading.judge.raised import CandidateError
from interview_cli.grading.judge.worker import Stopped
from interview_cli.grading.wire.frames import ProtocolError
from reference_impls.problem import Case, Draw

NEEDED = re.compile(r"needs (\w+)[\w.]*, which is not installed here")
"""How a message says that code needs a package."""
OF_NUMPY = re.compile("numpy|ndarray", re.IGNORECASE)
CONFINED = (
    (
        re.compile("operation not permitted|read-only file system|permission denied|name resolution", re.IGNORECASE),
        "a solution is confined: it cannot write files, read yours, use the network or start processes, which asyncio "
        "and multiprocessing do; compute without them, threads work",
    ),
    (re.compile("No such file or directory"), "a solution does not see your files: write the data into it"),
    (re.compile("EOF when reading a line"), "nobody answers input() while a file is graded"),
    (
        re.compile("BdbQuit"),
        "nobody answers the debugger while a file is graded: take breakpoint() and set_trace() out",
    ),
)
"""What confinement looks like from inside, and why it is so."""


@dataclass(frozen=True)
class Task:
    """What is asked of the judge: a prepared source for a landed problem.

    `forbid` are names that the problem does not allow, `traced` those of them that are looked for while the answer runs.
    `setup`: which statements of the file are needed, what it is supplied with, and names in it that nobody defines.
    `planted`: the mistakes that were put into it, of which the rest is to be told. `explain`: whether to say why a wrong
    answer is wrong; `pair_seconds`: how long several mistakes at once are looked for; `repair_seconds`: how long a change
    that mends it.
    """

    problem_id: str
    source: str
    entries: Mapping[str, str]
    file: str
    seed: int
    device: str = "cpu"
    forbid: tuple[str, ...] = ()
    traced: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    setup: Mapping[str, Any] = field(default_factory=dict)
    planted: tuple[str, ...] = ()
    explain: bool = True
    pair_seconds: float = 1.0
    repair_seconds: float = 0.0


@dataclass(frozen=True)
class Conclusion:
    """The outcome, a sentence, and the line of the file that it is about."""

    outcome: Outcome
    message: str
    line: int | None = None


def run_checks(grade: Grade, task: Task) -> Conclusion:
    """Run the file, then every check."""
    names = grade.problem.entry_names()
    try:
        entries = {name: task.entries.get(name, name) for name in names}
        defined = grade.world.execute(task.source, entries, task.forbid, grade.expected.ready, task.setup)
    except CandidateError as error:
        why_not = not_of_the_answer(error, task.setup)
        return Conclusion(Outcome.INVALID if why_not else Outcome.ERROR, why_not or in_file(error), error.line)
    except Stopped as stopped:
        return stopped_at(stopped)
    except ProtocolError:
        return Conclusion(Outcome.INVALID, "the file is too large")
    missing = [name for name in names if name not in defined]
    if missing:
        return Conclusion(Outcome.INVALID, f"the file does not define {' and '.join(missing)}")
    if task.planted:
        grade.run_while_right()
    else:
        grade.run()
    leave_out_other_ranks(grade.checks, grade.expected, grade.world.coverage)
    return conclude(grade, task)


def stopped_at(stopped: Stopped) -> Conclusion:
    """A grade that could not go on."""
    return Conclusion(Outcome(stopped.outcome), stopped.message, stopped.line)


def conclude(grade: Grade, task: Task) -> Conclusion:
    """A pass needs one good result for every check; silence is not one."""
    if grade.stopped is not None:
        return stopped_at(grade.stopped)
    if is_right_as_far_as_it_goes(grade.checks, grade.world.coverage):
        if not any(check.is_right for check in grade.checks):
            return Conclusion(Outcome.INVALID, " ".join(grade.world.coverage.words()))
        return Conclusion(Outcome.FAIL, as_far_as_it_goes(grade.checks, grade.world.coverage))
    bad = [check for check in grade.checks if check.status is not CheckStatus.PASS and not check.is_left_out]
    if is_built_by_chance(grade):
        return Conclusion(Outcome.INVALID, " ".join(grade.world.coverage.words()))
    if not bad and grade.checks:
        return conclude_all_right(grade, task.traced)
    for check in bad:
        why_not = not_of_the_answer(check.error, task.setup) if check.error is not None else None
        if why_not is not None:
            return Conclusion(Outcome.INVALID, why_not, check.line)
    wrong = [check for check in bad if check.status is not CheckStatus.NOT_RUN] or bad
    message = f"{len(wrong)} of {len(grade.checks)} checks failed"
    if all(check.status is CheckStatus.ERROR for check in bad):
        return Conclusion(Outcome.ERROR, f"{message}: {bad[0].message}", bad[0].line)
    return Conclusion(Outcome.FAIL, message)


def is_built_by_chance(grade: Grade) -> bool:
    """Whether a class that cannot be built of what is given could be where two sizes were equal, and was wrong there."""
    answered = any(check.status is CheckStatus.PASS for check in grade.checks)
    by_chance = grade.world.coverage.is_hardly_built() and not grade.world.coverage.is_built_for_some()
    return by_chance and not answered


def conclude_all_right(grade: Grade, traced: Sequence[str]) -> Conclusion:
    """A pass, unless something forbidden runs, or more comes than was asked for."""
    try:
        function = forbidden_function(grade, traced)
        grade.world.end()
    except Stopped as stopped:
        return Conclusion(Outcome(stopped.outcome), stopped.message)
    except Exception as error:  # the same call went well before
        return Conclusion(Outcome.FAIL, f"the answer changed between two calls: {error}")
    if function is not None:
        return Conclusion(Outcome.FORBIDDEN, f"the answer runs {function}, which this problem asks you to write")
    return Conclusion(Outcome.PASS, f"all {len(grade.checks)} checks passed")


def forbidden_function(grade: Grade, names: Sequence[str]) -> str | None:
    """A function of these names that really ran on the first case."""
    if not names:
        return None
    world, case = grade.world, grade.expected.first_for_candidate(0)
    world.tracing, world.returned.functions = True, set()
    try:
        if isinstance(case, Case):
            world.call(grade.expected.entry_of(case), *case.args, **case.kwargs)
        else:
            list(case.steps(world, Draw(seed_of(grade.seed, "scenario", 0), grade.problem.dtypes[0])))
    finally:
        world.tracing = False
    return next((name for name in names if name in world.returned.functions), None)


def notes_of(grade: Grade) -> tuple[str, ...]:
    """What was not checked, and in which form the answer was taken."""
    notes, form = list[str](), grade.world.form
    left_out = unchecked(grade)
    if left_out:
        notes.append(f"{' and '.join(left_out)} not checked: {why_left_out(grade)}")
    if is_to_be_in_torch(grade) and is_outside_torch(grade):
        notes.append("this problem is about the gradient, which an answer in NumPy or plain Python does not have")
    if grade.session.float32_alone:
        notes.append("float64 not checked: your code mixes it with float32 tensors of its own")
    if form in (*CONVERTED, Form.NODES):
        notes.append(f"the inputs were converted to {form.value}")
    return tuple(notes)


def not_denied(notes: Sequence[str], message: str) -> list[str]:
    """The notes but that code runs without a package, where the message says that it needs it."""
    needed = NEEDED.search(message)
    return [one for one in notes if needed is None or not one.startswith(f"{needed[1]} is not installed here")]


def is_outside_torch(grade: Grade) -> bool:
    """Whether what came back, or what it stumbles over, shows that the answer computes in NumPy or in plain Python."""
    returned = grade.world.returned
    errors = [check.error.message for check in grade.checks if check.error is not None]
    without_tensors = any(check.observed for check in grade.checks) and not errors and not returned.with_tensors
    return bool(returned.with_arrays) or without_tensors or any(OF_NUMPY.search(error) for error in errors)


def why_left_out(grade: Grade) -> str:
    """How an answer is called that has no gradients, or takes texts."""
    if grade.world.form is Form.TEXTS:
        return "your code takes texts"
    is_numpy = grade.world.form is Form.NUMPY or grade.world.returned.with_arrays
    return "NumPy answer" if is_numpy else "an answer that computes outside torch"


def confined_notes(messages: Sequence[str]) -> list[str]:
    """Why an error may not be the answer's fault, and what to do."""
    return [note for pattern, note in CONFINED if any(pattern.search(message) for message in messages)]
