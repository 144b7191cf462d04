import numpy as np


def three_sum(nums):
    n = len(nums)
    rows = [sorted((nums[i], nums[j], nums[k])) for i in range(n) for j in range(i) for k in range(j)
            if nums[i] + nums[j] + nums[k] == 0]
    return np.unique(np.array(rows), axis=0) if rows else []
