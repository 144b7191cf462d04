# slip: no-deletion
def edit_distance(a, b):
    m, n = len(a), len(b)
    d = [[i + j if i * j == 0 else 0 for j in range(n + 1)] for i in range(m + 1)]
    for i in range(1, m + 1):
        for j in range(1, n + 1):
            d[i][j] = min(d[i][j-1] + 1, d[i-1][j-1] + (a[i-1] != b[j-1]))
    return d[m][n]
