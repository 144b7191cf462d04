# slip: counts-not-values
from collections import Counter


def top_k_frequent(nums, k):
    return sorted(Counter(nums).values(), reverse=True)[:k]
