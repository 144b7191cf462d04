"""A verdict: what the judge found, and why the answer is wrong. Imports torch; holds references."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from interview_cli.domain.items.verdict import Diagnosis, Outcome, Verdict
from interview_cli.grading.diagnosis.apart import without_other_defaults
from interview_cli.grading.diagnosis.complaints import told, with_causes
from interview_cli.grading.diagnosis.lazy import left_undone
from interview_cli.grading.diagnosis.repair import Repair
from interview_cli.grading.diagnosis.replay import all_in_time
from interview_cli.grading.diagnosis.search import diagnose
from interview_cli.grading.judge.expected import Expected, draw_alike, seed_of
from interview_cli.grading.judge.extent import is_right_as_far_as_it_goes
from interview_cli.grading.judge.forms import does_better, other_forms
from interview_cli.grading.judge.given_form import Form
from interview_cli.grading.judge.grade import Grade
from interview_cli.grading.judge.outcome import Conclusion, Task, confined_notes, not_denied, notes_of, run_checks
from interview_cli.grading.judge.remote_world import RemoteWorld
from interview_cli.grading.judge.session import Session
from interview_cli.grading.judge.text import MAX_TEXT, one_line, readable
from interview_cli.grading.judge.worker import Worker
from interview_cli.grading.planting.remaining import standing

Spare = Callable[[], Worker | None]
EXPLANATION_SECONDS = 20.0
"""Of the processor, for all that may be said of why an answer is wrong: it takes 4 to 10 where nothing explains it."""
OTHERS = "others may be meant: "
"""How a note on a file as it is read begins that names them."""
EXPLAINED = (Outcome.FAIL, Outcome.ERROR, Outcome.TIMEOUT)
MISREAD = (Outcome.FAIL, Outcome.ERROR, Outcome.INVALID)
"""What code may come to that is called by its names, and means something else by them."""


def judge(task: Task, worker: Worker, expected: Expected, started: float, spare: Spare = lambda: None) -> Verdict:
    """Grade. Whatever goes wrong here ends in something that is not a pass. Raises: Stopped if the worker did not start.

    `spare` gives another candidate, which has not seen the solution, for an answer that may be in another form.
    """
    grade, conclusion = examined(task, worker, expected, Form.AS_GIVEN)
    has_own_name = any(name != path for name, path in task.entries.items())
    forms = other_forms(grade, has_own_name=has_own_name, source=task.source) if conclusion.outcome in EXPLAINED else []
    forms += [Form.BY_PLACE] if grade.world.coverage.is_otherwise and conclusion.outcome in MISREAD else []
    for form in forms:
        other = None if conclusion.outcome is Outcome.PASS else spare()
        if other is not None:
            anew = Expected(expected.problem, seed_of(expected.seed, form.value))
            second, concluded = examined(task, other, anew, form)
            if second.checks and does_better(second, grade):
                grade, conclusion, worker, other = second, concluded, other, worker
            other.kill()
    worker.drain()
    output, is_cut = readable(worker.output.decode("utf-8", "replace")), worker.printed > len(worker.output)
    world = grade.world
    notes = [*as_graded(task.notes, world.notes), *not_denied(world.notes, conclusion.message), *world.functions.said]
    notes += [one for one in world.coverage.words() if one not in conclusion.message]  # what is said once is enough
    notes += notes_of(grade)
    notes += world.coverage.replaced if conclusion.outcome is not Outcome.INVALID else []
    is_wrong = conclusion.outcome in (Outcome.FAIL, Outcome.ERROR)
    notes += [*world.coverage.placed, *world.coverage.defaults] if is_wrong else []
    notes += confined_notes([conclusion.message, *world.notes, *(check.message for check in grade.checks)])
    diagnosis: tuple[Diagnosis, ...] = ()
    left = None
    if task.planted:
        draw_alike(seed_of(expected.seed, "diagnosis"))
        left = standing(grade, conclusion.outcome, conclusion.message, task.planted)
        diagnosis = (Diagnosis("difference", None, left.other),) if left.other and left.is_known else ()
    is_less = is_right_as_far_as_it_goes(grade.checks, world.coverage)
    is_asked = task.explain and not task.planted
    if is_asked and conclusion.outcome in EXPLAINED and (not is_less or world.coverage.narrow):
        try:
            draw_alike(seed_of(expected.seed, "diagnosis"))
            diagnosis = once_each(all_in_time(EXPLANATION_SECONDS, (), explained, grade, task))
        except Exception as error:  # the verdict stands without its explanation
            notes.append(f"the answer cannot be explained: {type(error).__name__}")
    worker.kill()
    return Verdict(
        problem=task.problem_id,
        file=task.file,
        outcome=conclusion.outcome,
        message=one_line(conclusion.message)[:MAX_TEXT],
        seed=task.seed,
        device=task.device,
        seconds=time.monotonic() - started,
        line=conclusion.line,
        checks=tuple(check.result() for check in grade.checks),
        diagnosis=tuple(replace(found, message=one_line(found.message)[:MAX_TEXT]) for found in diagnosis),
        notes=tuple(one_line(note) for note in notes),
        output=output,
        output_truncated=is_cut,
        standing=left,
    )


def as_graded(read: Sequence[str], ran: Sequence[str]) -> list[str]:
    """What was said of a file when it was read, but for the one function that is graded: several of it are, together.

    And but for others that may be meant, of which the rest says what they are called for.
    """
    if any(" are graded together as " in note for note in ran):
        return [note for note in read if " is graded as " not in note and not note.startswith(OTHERS)]
    return [left for note in read if (left := without_those_called(note, ran))]


def without_those_called(note: str, ran: Sequence[str]) -> str:
    """A note on other functions, without those that are called for something; nothing if all of them are."""
    if not note.startswith(OTHERS):
        return note
    names, _, how = note.removeprefix(OTHERS).partition(";")
    left = [name for name in names.split(", ") if not any(one.startswith(f"your {name} is called") for one in ran)]
    return f"{OTHERS}{', '.join(left)};{how}" if left else ""


def once_each(found: Sequence[Diagnosis]) -> tuple[Diagnosis, ...]:
    """Without those that say the same as one before: two known mistakes may be the same one in two styles."""
    first = {one.message: one for one in reversed(found)}
    return tuple(one for one in found if first[one.message] is one)


def explained(grade: Grade, task: Task) -> tuple[Diagnosis, ...]:
    """The mistakes; where none is known, those that show beside calls that left the code with other defaults."""
    found = (
        told(grade)
        or left_undone(task.source, task.setup.get("needed"))
        or with_causes(grade, diagnose(grade, Repair(grade, task), task.pair_seconds))
    )
    if any(one.slip for one in found):
        return found
    if order := grade.world.coverage.order:
        return (Diagnosis("difference", None, order),)
    other = without_other_defaults(grade)
    if other is None:
        return found
    more = with_causes(other, diagnose(other, Repair(other, replace(task, repair_seconds=0.0)), task.pair_seconds))
    return more if any(one.slip for one in more) else found


def examined(task: Task, worker: Worker, expected: Expected, form: Form) -> tuple[Grade, Conclusion]:
    """What one candidate's process showed, and what it comes to. Raises: as `judge`."""
    world = RemoteWorld(
        worker,
        expected.entries,
        seed_of(expected.seed, "candidate"),
        inputs_may_change=expected.problem.inputs_may_change,
        form=form,
    )
    grade = Grade(Session(expected, world))
    worker.settle()
    grade.session.allow_time()
    return grade, run_checks(grade, task)
