"""How answers to `tree-max-path` are judged."""

from __future__ import annotations

from collections.abc import Iterator

import torch

from reference_impls.algorithms.tree_max_path.reference import Tree, max_path_sum
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep


def grown(draw: Draw, n: int, low: int, high: int) -> Tree | None:
    """A random tree of n nodes with values in [low, high]."""
    if n == 0:
        return None
    left = draw.integer((n - 1) // 4, n - 1 - (n - 1) // 4)  # what is sent may not be nested too deeply
    return draw.integer(low, high), grown(draw, left, low, high), grown(draw, n - 1 - left, low, high)


def a_tree(draw: Draw, n: int, low: int = -9, high: int = 9) -> Tree:
    """A random tree of n >= 1 nodes."""
    tree = grown(draw, n, low, high)
    assert tree is not None
    return tree


def leaf(value: int) -> Tree:
    """A node without children."""
    return value, None, None


def chain(draw: Draw, values: list[int]) -> Tree:
    """A tree without branches, its turns to the left and right at random."""
    tree = leaf(values[-1])
    for value in values[-2::-1]:
        tree = (value, tree, None) if draw.integer(0, 1) else (value, None, tree)
    return tree


def small(draw: Draw) -> tuple[Tree]:
    return (a_tree(draw, draw.integer(1, 8)),)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(5, 20)
    yield Case("one node", (leaf(a),))
    yield Case("three nodes", ((a, leaf(2), leaf(3)),))
    yield Case("one negative node", (leaf(-a),))
    yield Case("all negative", ((-a, leaf(-a - 2), leaf(2 - a)),))
    yield Case("a left child alone", ((a, leaf(4), None),))
    yield Case("a right child alone", ((a, None, leaf(4)),))
    yield Case("below the root", ((-10, leaf(9), (20, leaf(15), leaf(7))),))
    yield Case("a negative child is left out", ((a, leaf(-3), leaf(6)),))
    yield Case("a negative root joins two sides", ((-2, leaf(a), leaf(a + 1)),))
    yield Case("a negative root separates two sides", ((-3 * a, leaf(a), leaf(a + 1)),))
    yield Case("a node without its children", ((-9, (a, leaf(-2), leaf(-3)), leaf(-1)),))
    yield Case(
        "the path starts below the leaves' parents", ((1, (a, (8, leaf(-9), None), None), (5, leaf(-7), leaf(-8))),)
    )
    yield Case("both arms of a lower node", ((1, (2, leaf(a), leaf(a + 3)), leaf(3)),))
    yield Case("all positive", (a_tree(draw, 9, 1, 9),))
    yield Case("zeros", ((0, leaf(0), (0, leaf(-1), None)),))
    yield Case("a chain", (chain(draw, [3, -1, a, -2, 4, -a - 9, 7]),))
    yield sweep("max_path_sum", small, calls=60)
    yield Case("forty nodes", (a_tree(draw, 40, -20, 20),))
    yield Case("a long chain", (chain(draw, draw.integers(-9, 10, 16).tolist()),))


PROBLEM = Problem(
    id="tree-max-path",
    entries=(max_path_sum,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
