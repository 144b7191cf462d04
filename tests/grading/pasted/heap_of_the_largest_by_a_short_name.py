# problem: kth-smallest
import heapq as hq


def kth(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    heap = nums[:k]
    hq.heapify_max(heap)
    for number in nums[k:]:
        if number < heap[0]:
            hq.heapreplace_max(heap, number)
    return heap[0]
