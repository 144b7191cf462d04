# slip: values-of-k-counts
from collections import Counter, defaultdict


def top_k_frequent(nums, k):
    buckets = defaultdict(list)
    for v, c in Counter(nums).items():
        buckets[c].append(v)
    out = []
    for c in sorted(buckets, reverse=True)[:k]:
        out += buckets[c]
    return out
