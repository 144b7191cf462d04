# slip: one-short-from-above
# input: kth_smallest([1, 2, 3, 4, 5], 4) gives 5, right is 4; k up to n / 2 is right
import heapq


def kth_smallest(nums, k):
    n = len(nums)
    if k < 1 or k > n:
        raise ValueError("k out of range")
    if k <= n // 2:
        return heapq.nsmallest(k, nums)[-1]
    return heapq.nlargest(max(n - k, 1), nums)[-1]
