import numpy as np


def top_k_frequent(nums, k):
    v, c = np.unique(nums, return_counts=True)
    order = np.argpartition(-c, k - 1)[:k]
    return list(v[order])
