"""How answers to `count-components` are judged."""

from collections.abc import Iterator
from itertools import pairwise

import torch

from reference_impls.algorithms.count_components.reference import count_components
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep

Edges = list[tuple[int, int]]


def shuffled(draw: Draw, edges: Edges) -> Edges:
    """The same edges in a random order, each in a random direction."""
    ordered = [edges[i] for i in draw.permutation(len(edges))]
    turned = draw.booleans(len(edges)).tolist()
    return [(b, a) if turn else (a, b) for (a, b), turn in zip(ordered, turned, strict=True)]


def forest(draw: Draw, n: int, trees: int, more: int) -> Edges:
    """Edges of random trees over random nodes, and `more` edges within them."""
    nodes = draw.permutation(n)
    members = [nodes[start::trees] for start in range(trees)]
    edges = [(tree[i], tree[draw.integer(0, i - 1)]) for tree in members for i in range(1, len(tree))]
    large = [tree for tree in members if len(tree) > 2]
    for _ in range(more):
        tree = draw.choice(large)
        edges.append((draw.choice(tree), draw.choice(tree)))
    return shuffled(draw, edges)


def path_between_the_ends(draw: Draw, n: int) -> list[int]:
    """The nodes 0 to n-1 in a random order that starts with 0 and ends with n-1."""
    return [0, *(1 + i for i in draw.permutation(n - 2)), n - 1]


def small_graph(draw: Draw) -> tuple[int, Edges]:
    n = draw.integer(1, 7)
    return n, [(draw.integer(0, n - 1), draw.integer(0, n - 1)) for _ in range(draw.integer(0, 8))]


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("no nodes", (0, []))
    yield Case("one node", (1, []))
    yield Case("nodes without edges", (4, []))
    yield Case("one edge", (2, [(0, 1)]))
    yield Case("one edge, two nodes without", (4, [(2, 1)]))
    yield Case("a node with an edge to itself", (3, [(1, 1), (0, 2)]))
    yield Case("the same edge again, and turned round", (4, [(0, 1), (0, 1), (1, 0), (2, 3)]))
    yield Case("a triangle", (3, [(0, 1), (1, 2), (2, 0)]))
    yield Case("a triangle, and an edge apart", (6, [(4, 5), (0, 1), (1, 2), (2, 0)]))
    yield Case("all edges towards one node", (5, [(0, 4), (1, 4), (2, 4), (3, 4)]))
    yield Case("all edges away from the last node", (5, [(4, 0), (4, 1), (4, 2), (4, 3)]))
    yield Case("edges from larger to smaller nodes", (6, [(5, 3), (3, 1), (4, 2), (2, 0)]))
    yield Case("two pairs are joined late", (5, [(0, 1), (2, 3), (1, 2)]))
    yield Case("inner nodes of two trees are joined", (8, [(0, 1), (2, 1), (3, 4), (5, 4), (0, 3), (6, 5)]))
    yield Case("halves that meet in a third", (7, [(0, 2), (1, 3), (4, 6), (2, 4), (3, 6)]))
    halves = [(i, i + step) for step in (1, 2, 4, 8) for i in range(0, 16, 2 * step)]
    yield Case("halves joined four times, and edges within", (17, [*halves, (15, 0), (7, 8), (12, 3), (1, 14)]))
    yield Case("every edge there is", (6, shuffled(draw, [(a, b) for a in range(6) for b in range(a)])))
    yield Case("four trees", (11, forest(draw, 11, 4, 0)))
    yield Case("three components with cycles", (13, forest(draw, 13, 3, 8)))
    yield sweep("count_components", small_graph)
    yield Case("seventy components", (200, forest(draw, 200, 70, 60)))
    nodes = path_between_the_ends(draw, 300)  # short enough for one call a node
    yield Case("a path of 300 nodes", (300, shuffled(draw, list(pairwise(nodes)))))


PROBLEM = Problem(
    id="count-components",
    entries=(count_components,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
