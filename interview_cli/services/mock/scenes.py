"""The scenes of a round, and which task each asks next: it follows from the scores so far; the domain only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from interview_cli.domain.items.question import ItemId
from interview_cli.domain.rounds.scorecard import GOOD_SCORE, POOR_SCORE
from interview_cli.services.mock.steps import Task

DEEPEST_FOLLOW_UP = 2
"""Of a rising round."""
DEEPEST_IN_A_LIST = 1
"""The list has other questions, too."""
LEAST_SHARE = 0.8
"""Of the questions of a rising round: fewer are no interview."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Tasks that are asked one after the other.

    A strong answer is followed by the first of its `follow_ups` that is new. It takes the place of the last task.
    """

    part: str
    tasks: tuple[Task, ...]
    follow_ups: Mapping[ItemId, tuple[Task, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rising:
    """Questions in the order in which they are preferred; the level of the next one follows the answers.

    `asked` says how often earlier interviews asked each.
    """

    part: str
    questions: tuple[Task, ...]
    sections: Mapping[ItemId, int]
    concepts: Mapping[ItemId, str]
    kinds: Mapping[ItemId, str]
    follow_ups: Mapping[ItemId, tuple[ItemId, ...]]
    others: Mapping[ItemId, Task]
    asked: Mapping[ItemId, int]
    count: int


@dataclass(frozen=True, slots=True)
class Deepening:
    """Threads: one is followed downwards while the answers hold. The time holds the first `fitting` of them."""

    part: str
    threads: tuple[tuple[Task, ...], ...]
    fitting: int


Scene = Listed | Rising | Deepening


@dataclass(frozen=True, slots=True)
class Done:
    """A task that was asked, and its score."""

    task: Task
    score: float


def next_task(scene: Scene, done: Sequence[Done]) -> Task | None:
    """What the scene asks after these of its tasks; None at its end."""
    match scene:
        case Listed():
            return _listed(scene, done)
        case Rising():
            return _rising(scene, done)
        case Deepening():
            return _deepening(scene, {entry.task.about.id: entry.score for entry in done})
        case _:
            assert_never(scene)


def planned(scene: Scene) -> int | None:
    """How many tasks the scene has at most; None where only the answers say."""
    match scene:
        case Listed(tasks=tasks):
            return len(tasks)
        case Rising(count=count):
            return count
        case Deepening():
            return None
        case _:
            assert_never(scene)


def not_reached(scene: Scene, done: Sequence[Done]) -> tuple[Task, ...]:
    """The tasks that the round promised and did not come to; where the answers choose, as many as an interview has."""
    match scene:
        case Listed(tasks=tasks):
            return _not_asked(tasks, done)[: len(tasks) - len(done)]
        case Rising():
            return _rising_on(scene, done)
        case Deepening(threads=threads_, fitting=fitting):
            return tuple(thread[0] for thread in threads_[:fitting] if thread[0].about.id not in _ids(done))
        case _:
            assert_never(scene)


def _listed(scene: Listed, done: Sequence[Done]) -> Task | None:
    if len(done) >= len(scene.tasks):
        return None
    left = _not_asked(scene.tasks, done)
    if done and done[-1].score >= GOOD_SCORE and done[-1].task.about.depth < DEEPEST_IN_A_LIST:
        left = (*_not_asked(scene.follow_ups.get(done[-1].task.about.id, ()), done), *left)
    return next(iter(left), None)


def _not_asked(tasks: Iterable[Task], done: Iterable[Done]) -> tuple[Task, ...]:
    asked = _ids(done)
    return tuple(task for task in tasks if task.about.id not in asked)


def _rising_on(scene: Rising, done: Sequence[Done]) -> tuple[Task, ...]:
    missed: list[Done] = []
    while len(done) + len(missed) < round(LEAST_SHARE * scene.count):
        task = _rising(scene, [*done, *missed])
        if task is None:
            break
        missed.append(Done(task, 0.0))
    return tuple(entry.task for entry in missed)


def _ids(done: Iterable[Done]) -> set[str]:
    return {entry.task.about.id for entry in done}


def _rising(scene: Rising, done: Sequence[Done]) -> Task | None:
    if len(done) >= scene.count:
        return None
    asked = {entry.task.about.id for entry in done}
    follow_up = _follow_up(scene, done, asked)
    if follow_up is not None:
        return follow_up
    level = level_after(done)
    sections = Counter(scene.sections.get(name) for name in asked)
    kinds = Counter(scene.kinds.get(name) for name in asked)
    concepts = {scene.concepts.get(name) for name in asked}
    left = [task for task in scene.questions if task.about.id not in asked]

    def by_fit(task: Task) -> tuple[bool, int, bool, int, int]:
        """Nothing far from the level; then what was asked least often, for a repeated question shows little."""
        name = task.about.id
        variety = sections[scene.sections[name]] + kinds[scene.kinds[name]]
        off = abs(task.about.level - level)
        return (off > 1, scene.asked[name], scene.concepts[name] in concepts, off, variety)

    return min(left, key=by_fit, default=None)


def level_after(done: Sequence[Done]) -> int:
    """From 1: one up after a strong answer, one down after a weak one, within 1 to 3."""
    level = 1
    for entry in done:
        level += (entry.score >= GOOD_SCORE) - (entry.score < POOR_SCORE)
        level = max(1, min(3, level))
    return level


def _follow_up(scene: Rising, done: Sequence[Done], asked: set[str]) -> Task | None:
    """Where the last answer was strong, what an interviewer would ask next."""
    if not done or done[-1].score < GOOD_SCORE or done[-1].task.about.depth >= DEEPEST_FOLLOW_UP:
        return None
    last = done[-1].task.about
    known = {task.about.id: task for task in scene.questions} | dict(scene.others)
    least = min((scene.asked[task.about.id] for task in scene.questions if task.about.id not in asked), default=0)
    for name in scene.follow_ups.get(last.id, ()):
        if name in known and name not in asked and scene.asked[name] <= least:
            task = known[name]
            return replace(task, about=replace(task.about, depth=last.depth + 1, is_deep=True))
    return None


def _deepening(scene: Deepening, scores: Mapping[str, float]) -> Task | None:
    for thread in scene.threads:
        for task in thread:
            score = scores.get(task.about.id)
            if score is None:
                return task
            if score < POOR_SCORE:
                break
    return None
