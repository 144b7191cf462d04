# slip: none
def rob(nums):
    best = 0
    for i in range(len(nums) - 1):
        for j in range(i + 2, len(nums) - 1):
            best = max(best, nums[i] + nums[j])
    return best
