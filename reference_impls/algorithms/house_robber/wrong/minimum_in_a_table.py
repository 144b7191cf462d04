# slip: smaller-one-in-a-table
def rob(nums):
    if not nums:
        return 0
    dp = [0] * (len(nums) + 1)
    dp[1] = nums[0]
    for i in range(2, len(nums) + 1):
        dp[i] = min(dp[i - 1], dp[i - 2] + nums[i - 1])
    return dp[-1]
