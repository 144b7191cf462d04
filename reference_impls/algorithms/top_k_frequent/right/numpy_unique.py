import numpy as np


def top_k_frequent(nums, k):
    values, counts = np.unique(np.array(nums), return_counts=True)
    return values[np.argsort(counts)[-k:]]
