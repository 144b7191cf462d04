# slip: empty-row
def rob(nums):
    a, b = 0, nums[0]
    for v in nums[1:]:
        a, b = b, max(b, a + v)
    return b
