# slip: maximum-above-the-length
import heapq


def kth_smallest(nums, k):
    if not nums or k <= 0:
        raise ValueError("no such number")
    heap = []
    for x in nums:
        heapq.heappush(heap, -x)
        if len(heap) > k:
            heapq.heappop(heap)
    return -heap[0]
