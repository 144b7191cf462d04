# slip: no-row-for-the-empty-prefix
# input: ("b", "ab") -> 2, must be 1
def edit_distance(a, b):
    # O(n*m) memory, could be O(m) with two rows
    n, m = len(a), len(b)
    if n == 0 or m == 0:
        return n + m
    D = [[0] * m for _ in range(n)]
    D[0][0] = 0 if a[0] == b[0] else 1
    for i in range(1, n):
        D[i][0] = D[i - 1][0] + 1
    for j in range(1, m):
        D[0][j] = D[0][j - 1] + 1
    for i in range(1, n):
        for j in range(1, m):
            cost = 0 if a[i] == b[j] else 1
            D[i][j] = min(D[i - 1][j] + 1, D[i][j - 1] + 1, D[i - 1][j - 1] + cost)
    return D[n - 1][m - 1]
