# slip: letters
def rouge_l(candidate, reference):
    a, b = "".join(candidate), "".join(reference)
    dp = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            dp[i + 1][j + 1] = dp[i][j] + 1 if x == y else max(dp[i][j + 1], dp[i + 1][j])
    return 2 * dp[-1][-1] / (len(a) + len(b)) if a and b else 0
