# slip: zero-based
import heapq


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError("k")
    heap = list(nums)
    heapq.heapify(heap)
    for _ in range(k):
        heapq.heappop(heap)
    return heap[0]
