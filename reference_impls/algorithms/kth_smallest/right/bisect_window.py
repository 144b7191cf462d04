import bisect


def kth_smallest(nums, k):
    if k not in range(1, len(nums) + 1):
        raise ValueError("no such place")
    best = []
    for value in nums:
        bisect.insort(best, value)
        best = best[:k]
    return best[-1]
