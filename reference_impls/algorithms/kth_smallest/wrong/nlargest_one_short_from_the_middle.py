# slip: one-short-from-the-middle
import heapq


def kth_smallest(nums, k):
    n = len(nums)
    if not 0 < k <= n:
        raise ValueError("k is out of range")
    if k < n / 2:
        return heapq.nsmallest(k, nums)[-1]
    return heapq.nlargest(n - k or 1, nums)[-1]
