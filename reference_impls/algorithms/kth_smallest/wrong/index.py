# slip: unchecked-index
import numpy as np


def kth_smallest(nums, k):
    return int(np.sort(nums)[k - 1]) if isinstance(nums and nums[0], int) else np.sort(nums)[k - 1]
