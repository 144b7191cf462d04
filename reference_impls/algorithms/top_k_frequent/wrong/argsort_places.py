# slip: places-of-the-values
import numpy as np
def top_k_frequent(nums, k):
    v, c = np.unique(nums, return_counts=True)
    return np.argsort(-c)[:k].tolist()
