# slip: none
def kth_smallest(nums, k):
    if k < 1 or k > len(nums):
        raise ValueError("k")
    nums.sort()
    return nums[k - 1]
