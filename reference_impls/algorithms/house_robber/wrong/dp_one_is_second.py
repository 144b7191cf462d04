# slip: second-entry-of-the-table
def rob(nums):
    if not nums:
        return 0
    if len(nums) == 1:
        return nums[0]
    a, b = nums[0], nums[1]
    for v in nums[2:]:
        a, b = b, max(b, a + v)
    return b
