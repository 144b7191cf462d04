# slip: unchecked-index
import heapq


def kth_smallest(nums, k):
    heap = nums[:]
    heapq.heapify(heap)
    for _ in range(k - 1):
        heapq.heappop(heap)
    return heapq.heappop(heap)
