# slip: absolute-values
import numpy as np


def top_k_frequent(nums, k):
    arr = np.abs(np.asarray(nums))
    hist = np.bincount(arr)
    order = np.argsort(-hist)
    return [int(v) for v in order[:k]]
