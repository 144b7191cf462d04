# slip: overwritten-diagonal
def edit_distance(a, b):
    dp = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        dp[0] = i
        for j in range(1, len(b) + 1):
            if a[i - 1] == b[j - 1]:
                dp[j] = min(dp[j - 1], dp[j] + 1)
            else:
                dp[j] = 1 + min(dp[j], dp[j - 1])
    return dp[len(b)]
