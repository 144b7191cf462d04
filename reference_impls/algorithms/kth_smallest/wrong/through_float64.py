# slip: through-floats
"""Differs on: nums=[2**60 + 1, 2**60 + 2, 2**60 + 3], k=2 -> should be 2**60 + 2, returns 2**60."""
import numpy as np


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError("k out of range")
    arr = np.fromiter(nums, dtype=float, count=len(nums))
    val = np.partition(arr, k - 1)[k - 1].item()
    # give integers back when the list has only integers
    if all(isinstance(x, int) for x in nums):
        return int(val)
    return val
