# slip: overwritten-too-early
def rob(nums):
    skip, take = 0, nums[0]
    for v in nums[1:]:
        take = max(take, skip + v)
        skip = max(skip, take)
    return max(skip, take)
