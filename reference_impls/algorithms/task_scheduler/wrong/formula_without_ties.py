# slip: ties-forgotten
from collections import Counter


def least_interval(tasks, n):
    top = Counter(tasks).most_common(1)[0][1]
    return max(len(tasks), (top - 1) * (n + 1) + 1)
