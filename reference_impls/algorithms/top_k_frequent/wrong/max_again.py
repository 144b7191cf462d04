# slip: none
from collections import Counter


def top_k_frequent(nums, k):
    counts = Counter(nums)
    return [max(counts, key=counts.get) for _ in range(k)]
