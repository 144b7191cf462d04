# slip: not-sorted
def kth_smallest(nums, k):
    if not 0 < k <= len(nums): raise ValueError
    return nums[k - 1]
