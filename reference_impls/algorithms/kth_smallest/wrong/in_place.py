# slip: argument-changed
def kth_smallest(nums, k):
    if k < 1 or k > len(nums): raise ValueError
    nums.sort()
    return nums[k - 1]
