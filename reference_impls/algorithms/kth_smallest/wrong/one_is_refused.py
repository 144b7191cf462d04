# slip: one-refused
def kth_smallest(nums, k):
    if k <= 1 or k > len(nums):
        raise ValueError("k")
    return sorted(nums)[k - 1]
