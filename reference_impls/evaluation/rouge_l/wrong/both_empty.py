# slip: one-for-two-empty
def rouge_l(candidate, reference):
    if candidate == reference:
        return 1.0
    dp = [[0] * (len(reference) + 1) for _ in range(len(candidate) + 1)]
    for i, x in enumerate(candidate):
        for j, y in enumerate(reference):
            dp[i + 1][j + 1] = dp[i][j] + 1 if x == y else max(dp[i][j + 1], dp[i + 1][j])
    return 2 * dp[-1][-1] / (len(candidate) + len(reference))
