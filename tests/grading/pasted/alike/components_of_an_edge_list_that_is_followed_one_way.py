# problem: count-components
# expect: fail
from collections import deque


def number_of_groups(edge_list, num_nodes):
    beside = {node: [] for node in range(num_nodes)}
    for one, other in edge_list:
        beside[one].append(other)
    reached, groups = set(), 0
    for start in beside:
        if start in reached:
            continue
        groups += 1
        reached.add(start)
        waiting = deque([start])
        while waiting:
            for node in beside[waiting.popleft()]:
                if node not in reached:
                    reached.add(node)
                    waiting.append(node)
    return groups
