# slip: heap-taken-for-sorted
import heapq


def kth_smallest(nums, k):
    if not 0 < k <= len(nums):
        raise ValueError("k")
    heap = nums.copy()
    heapq.heapify(heap)
    return heap[k - 1]
