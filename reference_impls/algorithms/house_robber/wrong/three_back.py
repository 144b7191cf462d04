# slip: two-houses-between
def rob(nums):
    n = len(nums)
    dp = [0] * (n + 3)
    for i in range(n):
        dp[i + 3] = max(dp[i + 2], dp[i] + nums[i])
    return dp[-1]
