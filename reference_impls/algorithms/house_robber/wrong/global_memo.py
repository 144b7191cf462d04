# slip: kept-between-calls
memo = {}


def rob(nums, n=None):
    n = len(nums) if n is None else n
    if n <= 0:
        return 0
    if n not in memo:
        memo[n] = max(rob(nums, n - 1), rob(nums, n - 2) + nums[n - 1])
    return memo[n]
