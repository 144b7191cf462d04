# slip: idle-after-the-last
from collections import Counter


def least_interval(tasks, n):
    return max(len(tasks), max(Counter(tasks).values()) * (n + 1))
