# slip: none
from collections import Counter


def top_k_frequent(nums, k):
    best = [v for v, _ in Counter(nums).most_common(k)]
    return best[0] if k == 1 else best
