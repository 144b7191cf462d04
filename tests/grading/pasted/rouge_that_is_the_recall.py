# problem: rouge-l
# expect: fail
def rouge_l(candidate, reference):
    n, m = len(candidate), len(reference)
    t = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n):
        for j in range(m):
            t[i + 1][j + 1] = t[i][j] + 1 if candidate[i] == reference[j] else max(t[i][j + 1], t[i + 1][j])
    if not t[n][m]:
        return 0.0, 0.0
    rouge_l = t[n][m] / m
    f1 = 2 * t[n][m] / (n + m)
    return rouge_l, f1
