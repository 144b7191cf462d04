# slip: only-empty-refused-nsmallest
from heapq import nsmallest


def kth_smallest(nums, k):
    if not nums:
        raise ValueError("empty")
    smallest = nsmallest(k, nums)
    return smallest[len(smallest) - 1]
