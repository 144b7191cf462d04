# slip: none
import heapq


def kth_smallest(nums, k):
    if k < 1 or k > len(nums):
        raise ValueError("k")
    heapq.heapify(nums)
    smallest = [heapq.heappop(nums) for _ in range(k)]
    for x in smallest:
        heapq.heappush(nums, x)
    return smallest[-1]
