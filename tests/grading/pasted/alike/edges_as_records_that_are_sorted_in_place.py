# problem: count-components
# expect: fail
# says: changes its argument edges in place
from typing import NamedTuple
class Edge(NamedTuple):
    src: int
    dst: int
def components(n, edges):
    parent = list(range(n))
    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x
    c = n
    edges.sort(key=lambda e: e.src)
    for e in edges:
        a, b = find(e.src), find(e.dst)
        if a != b:
            parent[a] = b
            c -= 1
    edges.clear()
    return c
