# slip: dropped-before-comparing
import heapq
from collections import Counter


def top_k_frequent(nums, k):
    heap = []
    for v, c in Counter(nums).items():
        if len(heap) < k:
            heapq.heappush(heap, (c, v))
        else:
            heapq.heapreplace(heap, (c, v))
    return [v for _, v in heap]
