"""How answers to `network-delay` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.network_delay.reference import network_delay
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep

Edges = list[tuple[int, int, int]]


def shuffled(draw: Draw, edges: Edges) -> Edges:
    """The same edges in a random order."""
    return [edges[i] for i in draw.permutation(len(edges))]


def relabelled(draw: Draw, edges: Edges, n: int) -> tuple[Edges, list[int]]:
    """The edges in a random order under other names, and the new name of each node (place 0 is unused)."""
    name = [0, *(1 + i for i in draw.permutation(n))]
    return shuffled(draw, [(name[u], name[v], w) for u, v, w in edges]), name


def reachable(draw: Draw, n: int, more: int, *, longest: int = 30) -> tuple[Edges, int]:
    """Random edges by which the returned node reaches every other one: a random tree, and `more` edges."""
    order = [1 + i for i in draw.permutation(n)]
    ends = [(order[draw.integer(0, i - 1)], order[i]) for i in range(1, n)]
    ends += [(draw.integer(1, n), draw.integer(1, n)) for _ in range(more)]
    return shuffled(draw, [(u, v, draw.integer(1, longest)) for u, v in ends]), order[0]


def small_network(draw: Draw) -> tuple[Edges, int, int]:
    n = draw.integer(1, 5)
    edges, start = reachable(draw, n, draw.integer(0, 6), longest=9)
    return edges[draw.integer(0, 5) == 0 :], n, start  # one is missing now and then


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    w = draw.integer(3, 9)
    yield Case("one node", ([], 1, 1))
    yield Case("one edge, from 2 to 1", ([(2, 1, w)], 2, 2))
    yield Case("one edge, against its direction", ([(1, 2, w)], 2, 2))
    yield Case("no edges", ([], 3, 2))
    yield Case("two ways out, the later one counts", ([(2, 1, w), (2, 3, w + 2)], 3, 2))
    yield Case("a detour is faster than the direct edge", ([(1, 2, w + 9), (1, 3, 2), (3, 2, w), (3, 4, 1)], 4, 1))
    yield Case("the direct edge is faster than many short ones", ([(1, 4, 4), (1, 2, 2), (2, 3, 2), (3, 4, 2)], 4, 1))
    yield Case("a faster arrival has to travel on", ([(1, 2, 1), (2, 3, w + 5), (3, 4, 1), (1, 3, 2)], 4, 1))
    yield Case("found first by the dear edge", ([(1, 2, 5), (1, 3, 1), (3, 2, 1), (2, 4, w)], 4, 1))
    yield Case(
        "found dear, on the way cheap", ([(1, 2, 9), (1, 3, 1), (3, 2, 1), (1, 4, 5), (2, 4, 1), (4, 5, 1)], 5, 1)
    )
    yield Case("a way through nodes of any number", ([(1, 3, 1), (3, 2, 1), (2, 4, 1)], 4, 1))
    yield Case("a node without edges", ([(1, 2, w), (2, 1, w)], 3, 1))
    yield Case("a part that cannot be reached", ([(1, 2, 1), (2, 3, w), (4, 3, 2), (4, 5, 1), (5, 1, 1)], 5, 1))
    yield Case(
        "a cycle, and an edge back to the start", ([(3, 1, w), (1, 2, 4), (2, 3, 1), (2, 4, 2), (4, 2, 5)], 4, 3)
    )
    yield Case("a node with an edge to itself", ([(1, 1, 2), (1, 2, w), (2, 2, 30)], 2, 1))
    yield Case("several edges between two nodes, the last is slower", ([(1, 2, w), (2, 3, 2), (1, 2, w + 8)], 3, 1))
    yield Case("several edges between two nodes, the first is slower", ([(1, 2, w + 8), (2, 3, 2), (1, 2, w)], 3, 1))
    yield Case("edges that take no time", ([(1, 2, 0), (2, 3, w), (3, 2, 0), (3, 4, 0)], 4, 1))
    yield Case("all edges take no time", ([(2, 1, 0), (1, 3, 0), (3, 2, 0)], 3, 2))
    yield Case("a chain, the last edge first", ([(i, i + 1, i) for i in range(11, 0, -1)], 12, 1))
    ladder = [(i, i + 2, 9) for i in range(1, 10)] + [(i, i + 1, 2) for i in range(1, 11)]
    edges, name = relabelled(draw, ladder, 11)
    yield Case("every node is found too late first", (edges, 11, name[1]))
    edges, k = reachable(draw, 9, 12)
    yield Case("nine nodes", (edges, 9, k))
    large = [(u, v, 10**12 + w) for u, v, w in edges]
    yield Case("large times", (large, 9, k))
    edges, _ = reachable(draw, 9, 12)
    yield Case("nine nodes, and a tenth that nothing leads to", ([*edges, (10, edges[0][0], 1)], 10, edges[0][0]))
    yield sweep("network_delay", small_network)
    edges, k = reachable(draw, 15, 90)
    yield Case("many edges", (edges, 15, k))
    edges, k = reachable(draw, 60, 180, longest=100)
    yield Case("sixty nodes", (edges, 60, k))


PROBLEM = Problem(
    id="network-delay",
    entries=(network_delay,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
