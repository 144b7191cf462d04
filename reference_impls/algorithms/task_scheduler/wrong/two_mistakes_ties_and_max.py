# slip: none
from collections import Counter


def least_interval(tasks, n):
    return (max(Counter(tasks).values()) - 1) * (n + 1) + 1
