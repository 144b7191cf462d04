# slip: none
from collections import Counter


def top_k_frequent(nums, k):
    buckets = [[] for _ in range(len(nums))]
    for v, c in Counter(nums).items():
        buckets[c].append(v)
    flat = [v for b in reversed(buckets) for v in b]
    return flat[:k]
