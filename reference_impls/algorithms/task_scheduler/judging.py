"""How answers to `task-scheduler` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.task_scheduler.reference import least_interval
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep


def shuffled(draw: Draw, **counts: int) -> list[str]:
    """Each letter that often, in a random order."""
    tasks = [letter for letter, count in counts.items() for _ in range(count)]
    return [tasks[i] for i in draw.permutation(len(tasks))]


def few_tasks(draw: Draw) -> tuple[list[str], int]:
    return [draw.choice("ABCD") for _ in range(draw.integer(1, 9))], draw.integer(0, 4)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one task", (["C"], 2))
    yield Case("one task twice", (["A", "A"], 3))
    yield Case("two tasks", (["A", "B"], 2))
    yield Case("no pause", (shuffled(draw, A=3, B=2), 0))
    yield Case("three and three", (["A", "A", "A", "B", "B", "B"], 2))
    yield Case("one is more frequent", (shuffled(draw, A=2, B=4, C=1), 2))
    yield Case("one task alone, many times", (["Z"] * 5, 3))
    yield Case("full frames", (shuffled(draw, A=3, B=2, C=2), 2))
    yield Case("more tasks than room", (shuffled(draw, A=3, B=3, C=2, D=2, E=2), 2))
    yield Case("all different", (shuffled(draw, A=1, B=1, C=1, D=1), 5))
    yield Case("three ties", (shuffled(draw, A=1, B=3, C=3, D=3), 4))
    yield Case("fewer kinds than the pause", (shuffled(draw, A=6, B=1, C=1), 4))
    yield sweep("least_interval", few_tasks, calls=50)
    yield Case("a long pause", (shuffled(draw, P=4, Q=2), 30))
    yield Case("a hundred tasks", ([draw.choice("ABCDEFGHIJ") for _ in range(100)], draw.integer(5, 15)))


PROBLEM = Problem(
    id="task-scheduler",
    entries=(least_interval,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
