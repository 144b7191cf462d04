# slip: none
def rob(nums):
    for i in range(len(nums)):
        take = nums[i] + (nums[i - 2] if i > 1 else 0)
        nums[i] = max(take, nums[i - 1] if i else 0)
    return nums[-1] if nums else 0
