"""How many connected components a graph has, by union-find (Galler and Fischer 1964, CACM 7(5), 301-303; Tarjan 1975, JACM
22(2), 215-225; Cormen et al., 4th edition, chapter 19).

Each set of nodes is a tree of parent pointers, and its root is its name. Every node starts as a set of its own; an edge
between two sets makes one of them and lowers the number of sets by one; an edge within a set changes nothing, so that cycles,
loops and repeated edges do no harm. The smaller tree goes below the root of the larger one, and every walk to a root halves
its path: O(n + edges α(n)) time, α the inverse Ackermann function.

n: nodes 0 to n-1; n may be 0. edges: pairs (a, b), undirected. Returns: an int; nodes without edges count.
"""

from collections.abc import Iterator
from itertools import pairwise

import torch

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Scenario, Slip, sweep


def count_components(n: int, edges: list[tuple[int, int]]) -> int:
    """The number of sets of nodes that are connected."""
    parent = list(range(n))
    size = [1] * n

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    components = n
    for a, b in edges:
        large, small = root(a), root(b)
        if large == small:
            continue
        if size[large] < size[small]:
            large, small = small, large
        parent[small] = large
        size[large] += size[small]
        components -= 1
    return components


# ----------------------------------------------------------------------------------------------------------------------


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


def each_edge_joins(n: int, edges: list[tuple[int, int]]) -> int:
    return n - len(edges)


def each_different_edge_joins(n: int, edges: list[tuple[int, int]]) -> int:
    return n - len({frozenset(edge) for edge in edges if edge[0] != edge[1]})


def parents_counted(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))

    def root(node: int) -> int:
        path = []
        while parent[node] != node:
            path.append(node)
            node = parent[node]
        for passed in path:
            parent[passed] = node
        return node

    for a, b in edges:
        parent[root(a)] = root(b)
    return len(set(parent))


def nodes_joined(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))
    for a, b in edges:
        parent[b] = a
    return sum(parent[node] == node for node in range(n))


def labels_once(n: int, edges: list[tuple[int, int]]) -> int:
    label = list(range(n))
    for a, b in edges:
        label[a] = label[b] = min(label[a], label[b])
    return len(set(label))


def along_the_direction(n: int, edges: list[tuple[int, int]]) -> int:
    after: list[list[int]] = [[] for _ in range(n)]
    for a, b in edges:
        after[a].append(b)
    seen: set[int] = set()
    components = 0
    for start in range(n):
        if start in seen:
            continue
        components += 1
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack += after[node]
    return components


def largest_component(n: int, edges: list[tuple[int, int]]) -> int:
    members = [{node} for node in range(n)]
    for a, b in edges:
        if members[a] is not members[b]:
            members[a] |= members[b]
            for node in members[b]:
                members[node] = members[a]
    return max((len(together) for together in members), default=0)


def pointers_counted(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))

    def root(node: int) -> int:
        while parent[node] != node:
            node = parent[node]
        return node

    for a, b in edges:
        parent[root(a)] = root(b)
    return len(set(parent))


def pointers_counted_the_other_way(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))

    def root(node: int) -> int:
        while parent[node] != node:
            node = parent[node]
        return node

    for a, b in edges:
        parent[root(b)] = root(a)
    return len(set(parent))


def nodes_joined_unless_together(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))

    def root(node: int) -> int:
        while parent[node] != node:
            node = parent[node]
        return node

    for a, b in edges:
        if root(a) != root(b):
            parent[b] = a
    return sum(parent[node] == node for node in range(n))


def node_hung_below(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))

    def root(node: int) -> int:
        while parent[node] != node:
            node = parent[node]
        return node

    for a, b in edges:
        if root(a) != root(b):
            parent[a] = root(b)
    return len({root(node) for node in range(n)})


def parents_compared(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))
    components = n
    for a, b in edges:
        if parent[a] != parent[b]:
            parent[a] = parent[b]
            components -= 1
    return components


def parents_compared_the_other_way(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))
    components = n
    for a, b in edges:
        if parent[a] != parent[b]:
            parent[b] = parent[a]
            components -= 1
    return components


def one_step_to_the_root(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))
    components = n
    for a, b in edges:
        if parent[a] != parent[b]:
            parent[parent[a]] = parent[b]
            components -= 1
    return components


def neighbours_alone(n: int, edges: list[tuple[int, int]]) -> int:
    neighbours: list[set[int]] = [set() for _ in range(n)]
    for a, b in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)
    seen: set[int] = set()
    components = 0
    for node in range(n):
        if node not in seen:
            components += 1
            seen |= {node, *neighbours[node]}
    return components


def last_node_left_out(n: int, edges: list[tuple[int, int]]) -> int:
    neighbours: list[list[int]] = [[] for _ in range(n)]
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    seen: set[int] = set()
    components = 0
    for start in range(n - 1):
        if start in seen:
            continue
        components += 1
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack += neighbours[node]
    return components


def nodes_from_one(n: int, edges: list[tuple[int, int]]) -> int:
    neighbours: list[list[int]] = [[] for _ in range(n + 1)]
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    seen: set[int] = set()
    components = 0
    for start in range(1, n + 1):
        if start in seen:
            continue
        components += 1
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack += neighbours[node]
    return components


def first_set_alone(n: int, edges: list[tuple[int, int]]) -> int:
    together: list[set[int]] = []
    for a, b in edges:
        for nodes in together:
            if a in nodes or b in nodes:
                nodes |= {a, b}
                break
        else:
            together.append({a, b})
    return len(together) + n - len({node for edge in edges for node in edge})


def loop_counts_as_join(n: int, edges: list[tuple[int, int]]) -> int:
    label = list(range(n))
    components = n
    for a, b in edges:
        if label[a] != label[b] or a == b:
            components -= 1
            old, new = label[a], label[b]
            label = [new if one == old else one for one in label]
    return components


def different_edges_and_loops_join(n: int, edges: list[tuple[int, int]]) -> int:
    return n - len({tuple(sorted(edge)) for edge in edges})


def parent_overwritten(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))
    for a, b in edges:
        parent[a] = b
    roots = set()
    for node in range(n):
        seen = set()
        while parent[node] != node and node not in seen:
            seen.add(node)
            node = parent[node]
        roots.add(node)
    return len(roots)


def counted_by_parents(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))
    components = n

    def root(node: int) -> int:
        while parent[node] != node:
            node = parent[node]
        return node

    for a, b in edges:
        if parent[a] != parent[b]:
            parent[root(a)] = root(b)
            components -= 1
    return components


def counted_by_parents_the_other_way(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))
    components = n

    def root(node: int) -> int:
        while parent[node] != node:
            node = parent[node]
        return node

    for a, b in edges:
        if parent[a] != parent[b]:
            parent[root(b)] = root(a)
            components -= 1
    return components


def counted_by_compressed_parents(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))
    components = n

    def root(node: int) -> int:
        path = []
        while parent[node] != node:
            path.append(node)
            node = parent[node]
        for passed in path:
            parent[passed] = node
        return node

    for a, b in edges:
        if parent[a] != parent[b]:
            parent[root(a)] = root(b)
            components -= 1
    return components


def counted_by_compressed_parents_the_other_way(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))
    components = n

    def root(node: int) -> int:
        path = []
        while parent[node] != node:
            path.append(node)
            node = parent[node]
        for passed in path:
            parent[passed] = node
        return node

    for a, b in edges:
        if parent[a] != parent[b]:
            parent[root(b)] = root(a)
            components -= 1
    return components


def parents_counted_the_other_way(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))

    def root(node: int) -> int:
        path = []
        while parent[node] != node:
            path.append(node)
            node = parent[node]
        for passed in path:
            parent[passed] = node
        return node

    for a, b in edges:
        parent[root(b)] = root(a)
    return len(set(parent))


def parents_counted_after_halving(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in edges:
        parent[root(a)] = root(b)
    return len(set(parent))


def parents_counted_after_halving_the_other_way(n: int, edges: list[tuple[int, int]]) -> int:
    parent = list(range(n))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in edges:
        parent[root(b)] = root(a)
    return len(set(parent))


def parents_counted_by_size_the_other_way(n: int, edges: list[tuple[int, int]]) -> int:
    parent, size = list(range(n)), [1] * n

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in edges:
        small, large = root(a), root(b)
        if large != small:
            if size[large] < size[small]:
                large, small = small, large
            parent[small] = large
            size[large] += size[small]
    return len(set(parent))


def parents_counted_by_rank(n: int, edges: list[tuple[int, int]]) -> int:
    parent, rank = list(range(n)), [0] * n

    def root(node: int) -> int:
        path = []
        while parent[node] != node:
            path.append(node)
            node = parent[node]
        for passed in path:
            parent[passed] = node
        return node

    for a, b in edges:
        high, low = root(a), root(b)
        if high != low:
            if rank[high] < rank[low]:
                high, low = low, high
            parent[low] = high
            rank[high] += rank[high] == rank[low]
    return len(set(parent))


def compares_with_what_it_changes(n: int, edges: list[tuple[int, int]]) -> int:
    label = list(range(n))
    for a, b in edges:
        for node in range(n):
            if label[node] == label[a]:
                label[node] = label[b]
    return len(set(label))


def compares_with_what_it_changes_at_b(n: int, edges: list[tuple[int, int]]) -> int:
    label = list(range(n))
    for a, b in edges:
        for node in range(n):
            if label[node] == label[b]:
                label[node] = label[a]
    return len(set(label))


def counts_down_and_compares_with_what_it_changes(n: int, edges: list[tuple[int, int]]) -> int:
    label, components = list(range(n)), n
    for a, b in edges:
        components -= label[a] != label[b]
        for node in range(n):
            if label[node] == label[a]:
                label[node] = label[b]
    return components


def counts_down_and_compares_with_what_it_changes_at_b(n: int, edges: list[tuple[int, int]]) -> int:
    label, components = list(range(n)), n
    for a, b in edges:
        components -= label[a] != label[b]
        for node in range(n):
            if label[node] == label[b]:
                label[node] = label[a]
    return components


def zero_for_no_parent(n: int, edges: list[tuple[int, int]]) -> int:
    parent = [0] * n
    components = n

    def root(node: int) -> int:
        while parent[node]:
            node = parent[node]
        return node

    for a, b in edges:
        one, other = root(a), root(b)
        if one != other:
            parent[max(one, other)] = min(one, other)
            components -= 1
    return components


def zero_for_no_parent_below_b(n: int, edges: list[tuple[int, int]]) -> int:
    parent = [0] * n
    components = n

    def root(node: int) -> int:
        while parent[node]:
            node = parent[node]
        return node

    for a, b in edges:
        one, other = root(a), root(b)
        if one != other:
            parent[one] = other
            components -= 1
    return components


def zero_for_no_parent_below_a(n: int, edges: list[tuple[int, int]]) -> int:
    parent = [0] * n
    components = n

    def root(node: int) -> int:
        while parent[node]:
            node = parent[node]
        return node

    for a, b in edges:
        one, other = root(a), root(b)
        if one != other:
            parent[other] = one
            components -= 1
    return components


def counted_by_parents_by_size(n: int, edges: list[tuple[int, int]]) -> int:
    parent, size, components = list(range(n)), [1] * n, n

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in edges:
        if parent[a] != parent[b]:
            large, small = root(a), root(b)
            if size[large] < size[small]:
                large, small = small, large
            parent[small] = large
            size[large] += size[small]
            components -= 1
    return components


def counted_by_parents_by_rank(n: int, edges: list[tuple[int, int]]) -> int:
    parent, rank, components = list(range(n)), [0] * n, n

    def root(node: int) -> int:
        path = []
        while parent[node] != node:
            path.append(node)
            node = parent[node]
        for passed in path:
            parent[passed] = node
        return node

    for a, b in edges:
        if parent[a] != parent[b]:
            high, low = root(a), root(b)
            if rank[high] < rank[low]:
                high, low = low, high
            parent[low] = high
            rank[high] += rank[high] == rank[low]
            components -= 1
    return components


def counted_by_parents_by_size_of_whole_paths(n: int, edges: list[tuple[int, int]]) -> int:
    parent, size, components = list(range(n)), [1] * n, n

    def root(node: int) -> int:
        while parent[node] != node:
            node = parent[node]
        return node

    for a, b in edges:
        if parent[a] != parent[b]:
            large, small = root(a), root(b)
            if size[large] < size[small]:
                large, small = small, large
            parent[small] = large
            size[large] += size[small]
            components -= 1
    return components


def counted_by_compressed_parents_by_size(n: int, edges: list[tuple[int, int]]) -> int:
    parent, size, components = list(range(n)), [1] * n, n

    def root(node: int) -> int:
        path = []
        while parent[node] != node:
            path.append(node)
            node = parent[node]
        for passed in path:
            parent[passed] = node
        return node

    for a, b in edges:
        if parent[a] != parent[b]:
            large, small = root(a), root(b)
            if size[large] < size[small]:
                large, small = small, large
            parent[small] = large
            size[large] += size[small]
            components -= 1
    return components


def counted_by_compressed_parents_by_size_the_other_way(n: int, edges: list[tuple[int, int]]) -> int:
    parent, size, components = list(range(n)), [1] * n, n

    def root(node: int) -> int:
        path = []
        while parent[node] != node:
            path.append(node)
            node = parent[node]
        for passed in path:
            parent[passed] = node
        return node

    for a, b in edges:
        if parent[a] != parent[b]:
            small, large = root(a), root(b)
            if size[large] < size[small]:
                large, small = small, large
            parent[small] = large
            size[large] += size[small]
            components -= 1
    return components


PROBLEM = Problem(
    id="count-components",
    entries=(count_components,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        FunctionSlip(
            "each-edge-joins",
            {"count_components": each_edge_joins},
            "Every edge lowers your count, as in a forest; one that closes a cycle joins nothing. Lower it only if the two "
            "roots differ.",
        ),
        FunctionSlip(
            "each-different-edge-joins",
            {"count_components": each_different_edge_joins},
            "Every different edge between two nodes lowers your count; one that closes a cycle joins nothing. Lower it only if "
            "the two roots differ.",
        ),
        FunctionSlip(
            "parents-counted",
            {"count_components": parents_counted},
            "You count different parents, and not every node's parent is a root yet: count {find(x) for x in range(n)}, or "
            "the nodes that are their own parent.",
        ),
        FunctionSlip(
            "nodes-joined",
            {"count_components": nodes_joined},
            "Your count is as if each edge hung one node itself below the other, torn away from its own root: join the roots, "
            "parent[find(a)] = find(b).",
        ),
        FunctionSlip(
            "labels-once",
            {"count_components": labels_once},
            "You go through the edges once and relabel their two ends alone; the other nodes of the component keep the old "
            "label. Use union-find, a search, or repeat until nothing changes.",
        ),
        FunctionSlip(
            "along-the-direction",
            {"count_components": along_the_direction},
            "You follow edges from a to b alone; the graph is undirected, so each belongs into the lists of both nodes.",
        ),
        Slip(
            "nodes-without-edges-left-out",
            "components = n\n",
            "components = len({node for edge in edges for node in edge})\n",
            "Nodes without edges are missing from your count; each is a component of its own, so start from range(n).",
        ),
        Slip(
            "single-nodes-left-out",
            "    return components\n",
            "    return sum(parent[node] == node and size[node] > 1 for node in range(n))\n",
            "You count components of two nodes or more; a single node, even one with an edge to itself, is one too.",
        ),
        FunctionSlip(
            "largest-component",
            {"count_components": largest_component},
            "You return the size of the largest component; the number of components is asked for.",
        ),
        Slip(
            "joins-counted",
            "    return components\n",
            "    return n - components\n",
            "You return the number of edges that joined two components; each lowers the count, which starts at n.",
        ),
        Slip(
            "starts-at-one",
            "components = n\n",
            "components = 1\n",
            "Your count starts at 1; before the first edge there are n components.",
        ),
        FunctionSlip(
            "pointers-counted",
            {"count_components": pointers_counted},
            "You count different entries of the parent list, and not every node points to its root: count "
            "{find(x) for x in range(n)}, or the nodes that are their own parent.",
        ),
        FunctionSlip(
            "node-hung-below",
            {"count_components": node_hung_below},
            "You hang the node itself below the other root, which tears it away from its own: join the roots, "
            "parent[find(a)] = find(b).",
        ),
        FunctionSlip(
            "parents-compared",
            {"count_components": parents_compared},
            "You compare and join parents as if they were roots; walk up to the roots, and set parent[find(a)] = find(b).",
        ),
        FunctionSlip(
            "second-parent-overwritten",
            {"count_components": parents_compared_the_other_way},
            "You compare and join parents as if they were roots; walk up to the roots, and set parent[find(b)] = find(a).",
        ),
        FunctionSlip(
            "one-step-to-the-root",
            {"count_components": one_step_to_the_root},
            "You go up one step alone, and a node's parent need not be its root: walk on until parent[x] == x.",
        ),
        FunctionSlip(
            "neighbours-alone",
            {"count_components": neighbours_alone},
            "You mark a node and its direct neighbours alone; go on to the neighbours' neighbours until nothing is new.",
        ),
        FunctionSlip(
            "last-node-left-out",
            {"count_components": last_node_left_out},
            "Your loop does not start from node n-1, so that it is missing where it stands alone: range(n) holds 0 to n-1.",
        ),
        FunctionSlip(
            "nodes-from-one",
            {"count_components": nodes_from_one},
            "You count over nodes 1 to n; they are 0 to n-1.",
        ),
        Slip(
            "no-edges-no-components",
            "components = n\n",
            "components = n if edges else 0\n",
            "Without edges you answer 0; then each of the n nodes is a component of its own.",
        ),
        Slip(
            "at-least-one",
            "components = n\n",
            "components = max(n, 1)\n",
            "For n = 0 there is no component, and the answer is 0.",
        ),
        FunctionSlip(
            "first-set-alone",
            {"count_components": first_set_alone},
            "An edge joins the first set that holds one of its nodes; the set of the other node has to be merged into it.",
        ),
        FunctionSlip(
            "loop-counts-as-join",
            {"count_components": loop_counts_as_join},
            "An edge from a node to itself lowers your count; it joins nothing: count down only where the roots differ.",
        ),
        FunctionSlip(
            "different-edges-and-loops-join",
            {"count_components": different_edges_and_loops_join},
            "You return n minus the number of different edges; an edge within a component joins nothing, nor does a loop.",
        ),
        FunctionSlip(
            "parent-overwritten",
            {"count_components": parent_overwritten},
            "You set parent[a] = b for the nodes themselves, which forgets where a hung before: join the roots, "
            "parent[root(a)] = root(b).",
        ),
        FunctionSlip(
            "pointers-counted-the-other-way",
            {"count_components": pointers_counted_the_other_way},
            "You count different entries of the parent list, and not every node points to its root: count "
            "{find(x) for x in range(n)}, or the nodes that are their own parent.",
        ),
        FunctionSlip(
            "nodes-joined-unless-together",
            {"count_components": nodes_joined_unless_together},
            "You compare the roots but hang one node below the other, which tears it away from its own root: join the roots, "
            "parent[find(a)] = find(b).",
        ),
        FunctionSlip(
            "counted-by-parents",
            {"count_components": counted_by_parents},
            "You join the roots, but compare parents before you count down, and two nodes below one root may have different "
            "parents: compare find(a) with find(b).",
        ),
        FunctionSlip(
            "counted-by-parents-the-other-way",
            {"count_components": counted_by_parents_the_other_way},
            "You set parent[find(b)] = find(a), but compare parents before you count down, and two nodes below one root may "
            "have different parents: compare find(a) with find(b).",
        ),
        FunctionSlip(
            "counted-by-compressed-parents",
            {"count_components": counted_by_compressed_parents},
            "Your finds compress paths, but you compare parents before you count down, and a node's parent need not be its "
            "root yet: compare find(a) with find(b).",
        ),
        FunctionSlip(
            "counted-by-compressed-parents-the-other-way",
            {"count_components": counted_by_compressed_parents_the_other_way},
            "Your finds compress paths and you set parent[find(b)] = find(a), but you compare parents before you count down, "
            "and a node's parent need not be its root yet: compare find(a) with find(b).",
        ),
        FunctionSlip(
            "parents-counted-the-other-way",
            {"count_components": parents_counted_the_other_way},
            "You set parent[find(b)] = find(a) and count different parents, and not every node's parent is a root yet: count "
            "{find(x) for x in range(n)}, or the nodes that are their own parent.",
        ),
        FunctionSlip(
            "parents-counted-after-halving",
            {"count_components": parents_counted_after_halving},
            "You count different parents, and halved paths do not bring every node below its root: count "
            "{find(x) for x in range(n)}, or the nodes that are their own parent.",
        ),
        FunctionSlip(
            "parents-counted-after-halving-the-other-way",
            {"count_components": parents_counted_after_halving_the_other_way},
            "You set parent[find(b)] = find(a) and count different parents, and halved paths do not bring every node below its "
            "root: count {find(x) for x in range(n)}, or the nodes that are their own parent.",
        ),
        Slip(
            "parents-counted-by-size",
            "return components",
            "return len(set(parent))",
            "You count different parents, and in a union by size, too, not every node's parent is a root: count "
            "{find(x) for x in range(n)}, or the nodes that are their own parent.",
        ),
        FunctionSlip(
            "parents-counted-by-size-the-other-way",
            {"count_components": parents_counted_by_size_the_other_way},
            "You count different parents, and in a union by size, too, where the first of two equal trees goes below the second, "
            "not every node's parent is a root: count {find(x) for x in range(n)}, or the nodes that are their own parent.",
        ),
        FunctionSlip(
            "parents-counted-by-rank",
            {"count_components": parents_counted_by_rank},
            "You count different parents, and in a union by rank, too, not every node's parent is a root: count "
            "{find(x) for x in range(n)}, or the nodes that are their own parent.",
        ),
        FunctionSlip(
            "compares-with-what-it-changes",
            {"count_components": compares_with_what_it_changes},
            "You relabel in place and compare with label[a] meanwhile: once a itself has changed, the nodes after it keep the "
            "old label. Keep it in a variable before the loop.",
        ),
        FunctionSlip(
            "compares-with-what-it-changes-at-b",
            {"count_components": compares_with_what_it_changes_at_b},
            "You relabel in place and compare with label[b] meanwhile: once b itself has changed, the nodes after it keep the "
            "old label. Keep it in a variable before the loop.",
        ),
        FunctionSlip(
            "counts-down-and-compares-with-what-it-changes",
            {"count_components": counts_down_and_compares_with_what_it_changes},
            "You count down where labels differ, but relabel while you compare with label[a]: once a itself has changed, the "
            "nodes after it keep the old label. Keep it in a variable before the loop.",
        ),
        FunctionSlip(
            "counts-down-and-compares-with-what-it-changes-at-b",
            {"count_components": counts_down_and_compares_with_what_it_changes_at_b},
            "You count down where labels differ, but relabel while you compare with label[b]: once b itself has changed, the "
            "nodes after it keep the old label. Keep it in a variable before the loop.",
        ),
        FunctionSlip(
            "zero-for-no-parent",
            {"count_components": zero_for_no_parent},
            "0 stands for 'no parent', as where it is read as false; but node 0 may be a parent, and what hangs below it then "
            "looks like a root. Start with parent[x] = x, or with -1.",
        ),
        FunctionSlip(
            "zero-for-no-parent-below-b",
            {"count_components": zero_for_no_parent_below_b},
            "0 stands for 'no parent', as where it is read as false; but node 0 may be a parent, and a root that is hung "
            "below it, parent[find(a)] = 0, is still a root. Start with parent[x] = x, or with -1.",
        ),
        FunctionSlip(
            "zero-for-no-parent-below-a",
            {"count_components": zero_for_no_parent_below_a},
            "0 stands for 'no parent', as where it is read as false; but node 0 may be a parent, and a root that is hung "
            "below it, parent[find(b)] = 0, is still a root. Start with parent[x] = x, or with -1.",
        ),
        FunctionSlip(
            "counted-by-parents-by-size",
            {"count_components": counted_by_parents_by_size},
            "You join the roots by size or rank, but compare parents before you count down, and a node's parent need not be its "
            "root: compare find(a) with find(b).",
        ),
        FunctionSlip(
            "counted-by-parents-by-rank",
            {"count_components": counted_by_parents_by_rank},
            "You join the roots by size or rank, but compare parents before you count down, and a node's parent need not be its "
            "root: compare find(a) with find(b).",
        ),
        FunctionSlip(
            "counted-by-parents-by-size-of-whole-paths",
            {"count_components": counted_by_parents_by_size_of_whole_paths},
            "You join the roots by size or rank, but compare parents before you count down, and a node's parent need not be its "
            "root: compare find(a) with find(b).",
        ),
        FunctionSlip(
            "counted-by-compressed-parents-by-size",
            {"count_components": counted_by_compressed_parents_by_size},
            "You join the roots by size or rank, but compare parents before you count down, and a node's parent need not be its "
            "root: compare find(a) with find(b).",
        ),
        FunctionSlip(
            "counted-by-compressed-parents-by-size-the-other-way",
            {"count_components": counted_by_compressed_parents_by_size_the_other_way},
            "You join the roots by size or rank, but compare parents before you count down, and a node's parent need not be its "
            "root: compare find(a) with find(b).",
        ),
    ),
)
