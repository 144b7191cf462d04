"""How many connected components a graph has, by union-find (Galler and Fischer 1964, CACM 7(5), 301-303; Tarjan 1975, JACM
22(2), 215-225; Cormen et al., 4th edition, chapter 19).

Each set of nodes is a tree of parent pointers, and its root is its name. Every node starts as a set of its own; an edge
between two sets makes one of them and lowers the number of sets by one; an edge within a set changes nothing, so that cycles,
loops and repeated edges do no harm. The smaller tree goes below the root of the larger one, and every walk to a root halves
its path: O(n + edges α(n)) time, α the inverse Ackermann function.

n: nodes 0 to n-1; n may be 0. edges: pairs (a, b), undirected. Returns: an int; nodes without edges count.
"""


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
