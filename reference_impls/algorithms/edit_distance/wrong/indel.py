# slip: substitution-costs-two
def edit_distance(a, b):
    m, n = len(a), len(b)
    lcs = [[0] * (n + 1) for _ in range(m + 1)]
    for i in range(m):
        for j in range(n):
            if a[i] == b[j]:
                lcs[i + 1][j + 1] = lcs[i][j] + 1
            else:
                lcs[i + 1][j + 1] = max(lcs[i][j + 1], lcs[i + 1][j])
    return m + n - 2 * lcs[m][n]
