# slip: largest-refused
def kth_smallest(nums, k):
    if k < 1 or k >= len(nums): raise ValueError
    return sorted(nums)[k - 1]
