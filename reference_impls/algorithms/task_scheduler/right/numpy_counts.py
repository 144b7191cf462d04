import numpy as np


def least_interval(tasks, n):
    _, counts = np.unique(tasks, return_counts=True)
    return max(counts.sum(), (counts.max() - 1) * (n + 1) + np.count_nonzero(counts == counts.max()))
