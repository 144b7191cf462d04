"""How answers to `shortest-tour` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.shortest_tour.reference import shortest_tour
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep

Distances = list[list[int]]


def matrix(draw: Draw, n: int, most: int = 40) -> Distances:
    """Distances of 1 to `most`, each direction its own; 0 from a place to itself."""
    return [[0 if i == j else draw.integer(1, most) for j in range(n)] for i in range(n)]


def symmetric(draw: Draw, n: int) -> Distances:
    """The same in both directions."""
    one_way = matrix(draw, n)
    return [[one_way[min(i, j)][max(i, j)] for j in range(n)] for i in range(n)]


def hidden_cycle(draw: Draw, n: int) -> Distances:
    """One direction of one round trip is cheap, all else is expensive."""
    order = [0, *(1 + i for i in draw.permutation(n - 1))]
    dist = [[0 if i == j else draw.integer(60, 90) for j in range(n)] for i in range(n)]
    for i, j in zip(order, order[1:] + order[:1], strict=True):
        dist[i][j] = draw.integer(1, 9)
    return dist


def small(draw: Draw) -> tuple[Distances]:
    return (matrix(draw, draw.integer(1, 5), draw.choice((3, 30))),)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(5, 20)
    yield Case("two places", ([[0, a], [7, 0]],))
    yield Case("three places", (matrix(draw, 3),))
    yield Case("one place", ([[0]],))
    yield Case("one direction is longer", ([[0, 1, 9], [9, 0, 1], [1, 9, 0]],))
    yield Case("the way home is expensive", ([[0, 1, 9, 9], [50, 0, 1, 9], [40, 9, 0, 1], [90 + a, 9, 9, 0]],))
    yield Case("the nearest place is a trap", ([[0, 1, 4, 5], [1, 0, 2, 60], [4, 2, 0, 70], [5, 60, 70, 0]],))
    yield Case(
        "a detour through a place would be shorter", ([[0, 1, 1, 1], [1, 0, 90, 90], [1, 90, 0, 90], [1, 90, 90, 0]],)
    )
    yield Case("symmetric distances", (symmetric(draw, 5),))
    yield Case("both directions differ", (matrix(draw, 5),))
    yield Case("equal distances", ([[0 if i == j else a for j in range(4)] for i in range(4)],))
    yield Case("distances of 0", ([[0, 0, a, 3], [a, 0, 0, 9], [0, 9, 0, 0], [0, a, 2, 0]],))
    yield Case("a hidden round trip", (hidden_cycle(draw, 6),))
    yield Case("costs of millions", (matrix(draw, 5, most=9_000_000),))  # a bound of 10**6 is no infinity
    yield sweep("shortest_tour", small, calls=30)
    yield Case("six places", (matrix(draw, 6),))
    yield Case("seven places", (symmetric(draw, 7),))
    yield Case("nine places", (hidden_cycle(draw, 9),))
    yield Case("twelve places", (matrix(draw, 12),))  # 40 million orders: too many to try


PROBLEM = Problem(
    id="shortest-tour",
    entries=(shortest_tour,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
