# slip: lower-end-unchecked
def kth_smallest(nums, k):
    if k > len(nums): raise ValueError
    return sorted(nums)[k - 1]
