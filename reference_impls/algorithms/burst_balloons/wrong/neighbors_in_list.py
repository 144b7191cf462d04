# slip: neighbors-stay
def max_coins(nums):
    a = [1] + nums + [1]
    n = len(a)
    dp = [[0] * n for _ in range(n)]
    for w in range(2, n):
        for i in range(n - w):
            for k in range(i + 1, i + w):
                dp[i][i + w] = max(dp[i][i + w], dp[i][k] + dp[k][i + w] + a[k - 1] * a[k] * a[k + 1])
    return dp[0][-1]
