# slip: left-to-the-partition
# input: kth_smallest([3, 1, 2], 0) gives 3, must raise ValueError
import numpy as np


def kth_smallest(nums, k):
    # np.partition works on a copy, runs in O(n) and raises ValueError when kth is out of bounds
    arr = np.array(nums)
    return np.partition(arr, k - 1)[k - 1].item()
