import numpy as np


class OutOfRange(ValueError):
    pass


def kth_smallest(nums, k):
    if not 0 < k <= len(nums):
        raise OutOfRange(k)
    return np.partition(np.array(nums), k - 1)[k - 1]
