import math
from collections import defaultdict
from typing import List


class Solution:
    def network_delay(self, times: List[List[int]], n: int, k: int) -> int:
        graph = defaultdict(list)
        for u, v, w in times:
            graph[u].append((v, w))
        dist = {node: math.inf for node in range(1, n + 1)}
        dist[k] = 0
        open_nodes = set(dist)
        while open_nodes:
            u = min(open_nodes, key=dist.get)
            open_nodes.remove(u)
            for v, w in graph[u]:
                if dist[u] + w < dist[v]:
                    dist[v] = dist[u] + w
        last = max(dist.values())
        return last if last < math.inf else -1
