# slip: maximum-of-all
import heapq


def kth_smallest(nums, k):
    if k < 1 or k > len(nums):
        raise ValueError("k")
    heap = [-x for x in nums[:k]]
    heapq.heapify(heap)
    for x in nums[k:]:
        if -x < heap[0]:
            heapq.heapreplace(heap, -x)
    return -heap[0]
