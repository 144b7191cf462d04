# slip: place-in-the-list
import numpy as np


def kth_smallest(nums, k):
    if k not in range(1, len(nums) + 1):
        raise ValueError("k")
    return int(np.argsort(np.array(nums), kind="stable")[k - 1])
