# slip: none
def max_coins(nums):
    a = [0] + nums + [0]
    n = len(a)
    dp = [[0] * n for _ in range(n)]
    for i in range(n - 1, -1, -1):
        for j in range(i + 2, n):
            dp[i][j] = max(dp[i][k] + dp[k][j] + a[i] + a[k] + a[j] for k in range(i + 1, j))
    return dp[0][n - 1]
