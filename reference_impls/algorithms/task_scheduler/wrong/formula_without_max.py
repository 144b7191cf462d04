# slip: number-of-tasks-forgotten
from collections import Counter


def least_interval(tasks, n):
    c = Counter(tasks).values()
    top = max(c)
    return (top - 1) * (n + 1) + sum(x == top for x in c)
