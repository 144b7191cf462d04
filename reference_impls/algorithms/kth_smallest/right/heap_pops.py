from heapq import heapify, heappop


def kth_smallest(nums, k):
    if k <= 0 or len(nums) < k:
        raise ValueError
    heap = nums[:]
    heapify(heap)
    for _ in range(k - 1):
        heappop(heap)
    return heap[0]
