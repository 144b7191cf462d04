# slip: one-house-raises
def rob(nums):
    if len(nums) == 0:
        return 0
    a, b = nums[0], max(nums[0], nums[1])
    for v in nums[2:]:
        a, b = b, max(b, a + v)
    return b
