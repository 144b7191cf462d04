def kth_smallest(nums, k):
    n = len(nums)
    if k < 1 or k > n:
        raise ValueError("k out of range")
    return sorted(nums)[k - 1]
