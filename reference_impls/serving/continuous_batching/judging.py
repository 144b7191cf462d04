"""How answers to `continuous-batching` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Problem, Scenario, sweep
from reference_impls.serving.continuous_batching.reference import schedule_decode


def requests(draw: Draw, n: int, most: int) -> list[int]:
    """Lengths of 1 to `most`."""
    return draw.integers(1, most + 1, n).tolist()


def few_requests(draw: Draw) -> tuple[list[int], int]:
    return requests(draw, draw.integer(0, 8), 6), draw.integer(1, 4)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(3, 6)
    yield Case("one request, one slot", ([a], 1))
    yield Case("a short one makes room", ([a + 3, 2, a], 2))
    yield Case("one slot", ([a, 2, 5], 1))
    yield Case("the first is the longest", ([3 * a, 1, 2, a, 2], 2))
    yield sweep("schedule_decode", few_requests)
    yield Case("as many requests as slots", ([4, a + 2, 1], 3))
    yield Case("more slots than requests", ([a, 7], 5))
    yield Case("no requests", ([], 3))
    yield Case("equal lengths", ([a] * 7, 3))
    yield Case("two slots free at once", ([2, 2, 9, 3, 1, a], 3))
    yield Case("single steps", ([1] * 8, 3))
    yield Case("the longest comes last", ([1, 2, 1, 3, 20], 2))
    yield Case("the last request finishes first", ([a + 9, a + 8, 2, 1], 3))
    yield Case("falling lengths", ([9, 8, 6, 5, 3, 1], 2))
    yield Case("forty requests", (requests(draw, 40, 30), 6))


PROBLEM = Problem(
    id="continuous-batching",
    entries=(schedule_decode,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
