# problem: house-robber
# not: numbers here
def rob(nums):
    if len(nums) < 2:
        return sum(nums)
    best = [nums[0], max(nums[0], nums[1])] + [0] * (len(nums) - 2)
    for house in range(2, len(nums)):
        best[house] = max(best[house - 1], best[house - 2] + nums[house])
    return best[-1]
