# slip: largest
import heapq


def kth_smallest(nums, k):
    if k < 1 or k > len(nums):
        raise ValueError("k")
    heap = []
    for x in nums:
        heapq.heappush(heap, x)
        if len(heap) > k:
            heapq.heappop(heap)
    return heap[0]
