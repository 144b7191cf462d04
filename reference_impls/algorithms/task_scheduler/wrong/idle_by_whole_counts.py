# slip: ties-forgotten
from collections import Counter


def least_interval(tasks, n):
    c = sorted(Counter(tasks).values())
    top = c.pop()
    idle = (top - 1) * n
    for x in c:
        idle -= x
    return len(tasks) + max(0, idle)
