# slip: none
from collections import Counter


def least_interval(tasks, n):
    return len(tasks) + sum((c - 1) * n for c in Counter(tasks).values())
