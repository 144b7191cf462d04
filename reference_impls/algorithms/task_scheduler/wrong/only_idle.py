# slip: idle-units-only
from collections import Counter


def least_interval(tasks, n):
    c = sorted(Counter(tasks).values())
    top = c.pop()
    idle = (top - 1) * n - sum(min(top - 1, x) for x in c)
    return max(0, idle)
