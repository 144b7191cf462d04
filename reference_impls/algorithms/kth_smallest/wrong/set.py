# slip: without-repeats
def kth_smallest(nums, k):
    if k < 1 or k > len(nums):
        raise ValueError("k")
    return sorted(dict.fromkeys(nums))[k - 1]
