# slip: kept-between-calls
"""count_components(3, [(0, 1), (1, 2)]) and then count_components(3, []): the second gives 1 instead of 3."""

_parent = {}


def _find(x):
    _parent.setdefault(x, x)
    while _parent[x] != x:
        _parent[x] = _parent[_parent[x]]
        x = _parent[x]
    return x


def count_components(n, edges):
    for u, v in edges:
        _parent[_find(u)] = _find(v)
    return len({_find(i) for i in range(n)})
