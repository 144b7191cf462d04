# slip: first-seen
from collections import Counter


def top_k_frequent(nums, k):
    return list(Counter(nums))[:k]
