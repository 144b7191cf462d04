# slip: characters-shifted
def edit_distance(a, b):
    m, n = len(a), len(b)
    d = [[i + j for j in range(n + 1)] for i in range(m + 1)]
    for i in range(1, m + 1):
        for j in range(1, n + 1):
            same = i < m and j < n and a[i] == b[j]
            d[i][j] = min(d[i-1][j] + 1, d[i][j-1] + 1, d[i-1][j-1] + (0 if same else 1))
    return d[m][n]
