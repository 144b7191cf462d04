# slip: by-value
import heapq
from collections import Counter


def top_k_frequent(nums, k):
    return [v for v, _ in heapq.nlargest(k, Counter(nums).items())]
