# slip: through-floats-in-two-loops
import numpy as np


def subarray_sum(nums, k):
    p = np.concatenate([np.zeros(1), np.cumsum(np.array(nums, dtype=float))])
    return int(sum((p[j] - p[i]) == k for j in range(len(p)) for i in range(j)))
