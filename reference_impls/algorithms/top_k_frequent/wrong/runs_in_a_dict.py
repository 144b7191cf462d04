# slip: last-runs
"""nums = [1, 1, 1, 2, 2, 1], k = 1 gives [2] instead of [1]."""
from itertools import groupby


def top_k_frequent(nums, k):
    counts = {v: len(list(g)) for v, g in groupby(nums)}
    return sorted(counts, key=counts.get, reverse=True)[:k]
