# slip: upper-end-unchecked-nsmallest
# breaks: kth_smallest([1, 2], 3) -> 2, should raise ValueError
import heapq


def kth_smallest(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    return heapq.nsmallest(k, nums)[-1]
