# slip: none
import numpy as np


def top_k_frequent(nums, k):
    counts = [0] * 1001
    for x in nums:
        counts[x % 1001] += 1
    return [int(i) for i in np.argsort(counts)[::-1][:k]]
