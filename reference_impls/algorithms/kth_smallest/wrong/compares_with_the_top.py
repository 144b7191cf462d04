# slip: compared-with-the-negated
import heapq


def kth_smallest(nums, k):
    if k < 1 or k > len(nums):
        raise ValueError("k")
    heap = []
    for x in nums:
        if len(heap) < k:
            heapq.heappush(heap, -x)
        elif x < heap[0]:
            heapq.heapreplace(heap, -x)
    return -heap[0]
