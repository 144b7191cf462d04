from collections import defaultdict


def count_components(n, edges):
    neighbours = defaultdict(set)
    for a, b in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)
    unseen = set(range(n))
    count = 0
    while unseen:
        count += 1
        stack = [unseen.pop()]
        while stack:
            for other in neighbours[stack.pop()] & unseen:
                unseen.discard(other)
                stack.append(other)
    return count
