# slip: last-of-the-heap
"""nums = [1] + [2]*5 + [3]*3, k = 2 gives [1, 2] instead of [2, 3]."""
import heapq
from collections import Counter


def top_k_frequent(nums, k):
    heap = []
    for v, c in Counter(nums).items():
        if len(heap) < k:
            heapq.heappush(heap, (c, v))
        elif c > heap[-1][0]:
            heapq.heapreplace(heap, (c, v))
    return [v for _, v in heap]
