# slip: pause-one-short
from collections import Counter


def least_interval(tasks, n):
    c = list(Counter(tasks).values())
    top = max(c)
    return max(len(tasks), (top - 1) * n + c.count(top))
