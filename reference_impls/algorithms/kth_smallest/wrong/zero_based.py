# slip: zero-based
def kth_smallest(nums, k):
    if k < 1 or k > len(nums): raise ValueError
    return sorted(nums)[k] if k < len(nums) else sorted(nums)[-1]
