# slip: through-floats
import numpy as np


def top_k_frequent(nums, k):
    values, counts = np.unique(np.array(nums, dtype=float), return_counts=True)
    return [int(v) for v in values[np.argsort(-counts)[:k]]]
