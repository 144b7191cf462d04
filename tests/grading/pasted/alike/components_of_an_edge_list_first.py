# problem: count-components
from collections import deque


def connected_groups(edge_list, num_nodes):
    """How many groups of nodes are joined."""
    near = [[] for _ in range(num_nodes)]
    for a, b in edge_list:
        near[a].append(b)
        near[b].append(a)
    found, met = 0, [False] * num_nodes
    for first in range(num_nodes):
        if met[first]:
            continue
        found += 1
        waiting = deque([first])
        met[first] = True
        while waiting:
            for other in near[waiting.popleft()]:
                if not met[other]:
                    met[other] = True
                    waiting.append(other)
    return found
