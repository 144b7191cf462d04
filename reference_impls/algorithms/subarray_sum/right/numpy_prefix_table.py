import numpy as np


def subarray_sum(nums, k):
    p = np.concatenate([[0], np.cumsum(np.array(nums, dtype=np.int64))])
    differences = p[None, :] - p[:, None]
    return int(np.triu(differences == k, 1).sum())
