# slip: none
import heapq


def kth_smallest(nums, k):
    if k < 1 or k >= len(nums):
        raise ValueError("k out of range")
    return heapq.nsmallest(k, nums)[-1]
