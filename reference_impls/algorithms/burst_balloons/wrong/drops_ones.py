# slip: ones-dropped
def max_coins(nums):
    row = [1] + [v for v in nums if v > 1] + [1]
    n = len(row)
    dp = [[0] * n for _ in range(n)]
    for size in range(2, n):
        for s in range(n - size):
            e = s + size
            dp[s][e] = max(dp[s][m] + row[s] * row[m] * row[e] + dp[m][e] for m in range(s + 1, e))
    return dp[0][n - 1]
