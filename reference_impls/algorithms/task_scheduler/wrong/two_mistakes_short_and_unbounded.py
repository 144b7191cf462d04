# slip: none
from collections import Counter


def least_interval(tasks, n):
    c = list(Counter(tasks).values())
    return (max(c) - 1) * n + c.count(max(c))
