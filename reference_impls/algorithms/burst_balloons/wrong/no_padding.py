# slip: no-borders-at-all
def max_coins(nums):
    n = len(nums)
    if n < 2:
        return sum(nums)
    dp = [[0] * n for _ in range(n)]
    for i in range(n - 1, -1, -1):
        for j in range(i + 2, n):
            dp[i][j] = max(dp[i][k] + dp[k][j] + nums[i] * nums[k] * nums[j] for k in range(i + 1, j))
    return dp[0][n - 1]
