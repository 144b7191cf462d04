"""How long a signal takes to reach every node: shortest paths by Dijkstra's algorithm (Dijkstra 1959, Numerische Mathematik 1,
269-271; Cormen et al., chapter 22).

A heap holds times at which the signal could arrive somewhere. The earliest of them is final, because weights are not negative
and every other way would start from a time that is no earlier; later entries for the same node are stale and skipped. All
nodes are reached when the last of the final times comes. O((n + edges) log edges) time.

times: triples (u, v, w), the signal takes w >= 0 from u to v, in this direction alone; loops and several edges from u to v
may occur. n: nodes 1 to n. k: the node where the signal starts, at time 0.

Returns: the time at which the last node is reached; -1 if there is one that is never reached.
"""

import heapq


def network_delay(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    """The largest of the shortest distances from k, or -1."""
    edges_from: list[list[tuple[int, int]]] = [[] for _ in range(n + 1)]
    for u, v, w in times:
        edges_from[u].append((v, w))
    arrival: dict[int, int] = {}
    heap = [(0, k)]
    while heap:
        time, u = heapq.heappop(heap)
        if u in arrival:
            continue
        arrival[u] = time
        for v, w in edges_from[u]:
            heapq.heappush(heap, (time + w, v))
    return max(arrival.values()) if len(arrival) == n else -1
