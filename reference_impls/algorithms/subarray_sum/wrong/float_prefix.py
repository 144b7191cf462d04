# slip: through-floats
import numpy as np


def subarray_sum(nums, k):
    seen = {0.0: 1}
    out = 0
    for p in np.cumsum(np.array(nums, dtype=np.float64)):
        out += seen.get(p - k, 0)
        seen[p] = seen.get(p, 0) + 1
    return out
