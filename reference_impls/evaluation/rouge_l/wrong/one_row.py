# slip: one-row-overwritten
def rouge_l(candidate, reference):
    dp = [0] * (len(reference) + 1)
    for x in candidate:
        for j, y in enumerate(reference):
            if x == y:
                dp[j + 1] = dp[j] + 1
            else:
                dp[j + 1] = max(dp[j + 1], dp[j])
    n = dp[-1]
    return 2 * n / (len(candidate) + len(reference)) if n else 0
