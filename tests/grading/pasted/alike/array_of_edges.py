# problem: count-components
# says: the inputs were converted to NumPy's arrays, where they are lists of numbers
import numpy as np
import numba


@numba.njit(cache=True)
def count_components(n: int, edges: np.ndarray) -> int:
    parent = np.arange(n, dtype=np.int32)
    count = n
    for i in range(edges.shape[0]):
        u, v = edges[i, 0], edges[i, 1]
        while parent[u] != u:
            parent[u] = parent[parent[u]]
            u = parent[u]
        while parent[v] != v:
            parent[v] = parent[parent[v]]
            v = parent[v]
        if u != v:
            parent[u] = v
            count -= 1
    return count
