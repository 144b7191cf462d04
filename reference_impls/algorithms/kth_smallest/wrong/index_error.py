# slip: index-error-out-of-range
def kth_smallest(nums, k):
    if k < 1 or k > len(nums): raise IndexError("k")
    return sorted(nums)[k - 1]
