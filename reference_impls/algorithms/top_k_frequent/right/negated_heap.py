import heapq
from collections import defaultdict


def top_k_frequent(nums, k):
    count = defaultdict(int)
    for x in nums:
        count[x] += 1
    heap = [(-c, x) for x, c in count.items()]
    heapq.heapify(heap)
    return tuple(heapq.heappop(heap)[1] for _ in range(k))
