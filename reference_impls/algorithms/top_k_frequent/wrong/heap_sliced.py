# slip: heap-taken-for-sorted
import heapq
from collections import Counter


def top_k_frequent(nums, k):
    pairs = [(-c, v) for v, c in Counter(nums).items()]
    heapq.heapify(pairs)
    return [v for _, v in pairs[:k]]
