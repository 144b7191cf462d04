import heapq
def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError(f"k={k}")
    return heapq.nsmallest(k, nums)[-1]
