"""How answers to `kmeans` are judged."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import torch
from numpy.typing import NDArray
from torch import Tensor

from reference_impls.fundamentals.kmeans.reference import kmeans
from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Observation, Problem, Scenario, World


def course(x: Tensor, centers: Tensor, steps: int = 200) -> tuple[list[Tensor], float]:
    """The assignments of Lloyd's algorithm until they repeat, and how near the closest call was, in squared distance."""
    x, centers = x.double(), centers.double()
    seen: list[Tensor] = []
    margin = float("inf")
    for _ in range(steps):
        distances = (x[:, None] - centers[None]).square().sum(dim=2)
        if len(centers) > 1:
            best = distances.topk(2, dim=1, largest=False).values
            margin = min(margin, float((best[:, 1] - best[:, 0]).min()))
        labels = distances.argmin(dim=1)
        seen.append(labels)
        if len(seen) > 1 and torch.equal(seen[-1], seen[-2]):
            break
        centers = torch.stack(
            [x[labels == k].mean(dim=0) if (labels == k).any() else centers[k] for k in range(len(centers))]
        )
    return seen, margin


def scattered(
    draw: Draw, N: int, D: int, K: int, *, least: int = 3, most: int = 60
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Points without structure around (3, -4, ...), no cluster ever empty, with so many assignments.

    No point is ever near a tie, so that the course is the same in any arithmetic.
    """
    around = torch.tensor([3.0, -4.0, 2.0, 5.0, -3.0], dtype=torch.float64)[:D]
    while True:
        x = draw.floating(draw.normal(N, D, scale=1.5).double() + around)
        centers = draw.floating(draw.normal(K, D, scale=1.5).double() + around)
        seen, margin = course(x, centers)
        if margin > 1e-3 and least <= len(seen) <= most and all(len(set(labels.tolist())) == K for labels in seen):
            return x.numpy(), centers.numpy()


def planned(draw: Draw, points: Sequence[Sequence[float]], centers: Sequence[Sequence[float]]) -> tuple[Any, Any]:
    """A course that was looked for, moved a little, mirrored and shifted at random: no point comes near a tie."""
    shift, mirrored = draw.normal(2, scale=0.5).double() + 2, 2.0 * draw.booleans(2).double() - 1
    x = torch.tensor(points, dtype=torch.float64)[draw.permutation(len(points))]
    x = x + draw.uniform(*x.shape, low=-0.02, high=0.02)
    moved = [draw.floating(mirrored * values + shift) for values in (x, torch.tensor(centers, dtype=torch.float64))]
    return moved[0].numpy(), moved[1].numpy()


EMPTY_AT_FIRST = (  # the third cluster wins points later, the fourth never
    ((0, 0.5), (-3, -0.5), (2.5, 1), (3.5, 0), (1.5, -3.5), (-2, 3.5), (-1.5, -1), (-2.5, -3.5), (3, 1.5)),
    ((-2, -1.5), (-4, 3), (-5, -2.5), (-9, 7)),
)

LOSES_ALL = (  # the second
    ((3, 0.5), (-2.5, 0.5), (1.5, 2.5), (0, 0.5), (-0.5, 0.5), (1.5, -4.5), (1, -3.5), (2, 0.5), (3, -3.5)),
    ((-2.5, 4), (0.5, -3), (3, -2), (0.5, -4.5)),
)

LOSES_ALL_AND_WINS = (  # the fourth; the second is empty at first
    ((0, 1), (2, 3.5), (-1, -1.5), (-3, 1.5), (1, 1.5), (-1.5, -2.5), (-0.5, -2.5), (-2, 2.5), (2.5, 2.5)),
    ((1, 2), (4, 1.5), (1.5, -3), (0.5, 4)),
)

ALL_IN_THE_FIRST = (
    ((1, -0.5), (1, 3.5), (2.5, -1), (0, -0.5), (1, 3), (-0.5, -2.5), (0.5, -1), (-2.5, -0.5), (-1, -3), (0, 0)),
    ((0.5, 1), (-0.5, 6.5), (-3.5, 4.5)),
)


def one_at_a_time(draw: Draw, n: int = 104, W: int = 20) -> tuple[NDArray[Any], NDArray[Any]]:
    """Two clusters on a line between which exactly one point changes sides in each of n iterations.

    W points at -1 and at 1 hold the centres; the n points between are placed so that with the first t of them on the
    left, the boundary lies between the next one and the one after it.
    """
    t = torch.arange(n + 1, dtype=torch.float64)
    between = torch.zeros(n, dtype=torch.float64)
    for _ in range(100):  # a contraction
        left = torch.cat([torch.zeros(1, dtype=torch.float64), between.cumsum(dim=0)])
        boundary = ((left - W) / (W + t) + (W + left[-1] - left) / (W + n - t)) / 2  # (n+1,)
        between = (boundary - boundary.diff(append=2 * boundary[-1:] - boundary[-2:-1]) / 2)[:n]
    held = torch.ones(W, dtype=torch.float64)
    x = torch.cat([-held, between, held])
    a, b = -1.0, float(x[W:].mean())  # a boundary that only the points at -1 are left of
    x = x[draw.permutation(len(x))]
    return draw.floating(x[:, None]).numpy(), draw.floating([[a], [b]]).numpy()


def cut_off(make: Callable[[Draw], tuple[NDArray[Any], NDArray[Any]]], **iters: int) -> Callable[[World, Draw], Any]:
    """The centres alone: labels may be those that gave them, or those that follow from them."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        result = world.call("kmeans", *make(draw), **iters)
        yield "how many results", len(result)
        yield "centers", result[0]

    return steps


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("three points, two centres", scattered(draw, 3, 2, 2, least=2))
    yield Case("nine points in three dimensions", scattered(draw, 9, 3, 2))
    yield Case("40 points, four clusters", scattered(draw, 40, 2, 4, least=5))
    yield Case("five dimensions", scattered(draw, 17, 5, 3))
    yield Case("one dimension", scattered(draw, 13, 1, 3, least=4))
    yield Case("one cluster", scattered(draw, 6, 2, 1, least=2))
    yield Case("as many clusters as points", scattered(draw, 3, 3, 3, least=2))
    yield Case("clusters that are empty at first", planned(draw, *EMPTY_AT_FIRST))
    yield Case("a cluster loses all its points for good", planned(draw, *LOSES_ALL))
    yield Case("a cluster loses all its points and wins others", planned(draw, *LOSES_ALL_AND_WINS))
    yield Case("all points in the first cluster at first", planned(draw, *ALL_IN_THE_FIRST))
    yield Case("more iterations than needed", (*scattered(draw, 20, 2, 3, least=4, most=6), 7))
    yield Scenario("one iteration", cut_off(lambda draw: scattered(draw, 15, 2, 3, least=4), iters=1))
    yield Scenario("four iterations", cut_off(lambda draw: scattered(draw, 30, 2, 3, least=7), iters=4))
    yield Scenario("100 iterations if not said otherwise", cut_off(one_at_a_time))
    yield Case("more than 100 iterations", one_at_a_time(draw), {"iters": 130})


PROBLEM = Problem(
    id="kmeans",
    entries=(kmeans,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
