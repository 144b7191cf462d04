# slip: none
def edit_distance(a, b):
    m, n = len(a), len(b)
    prev = list(range(m + 1))
    for i in range(1, m + 1):
        cur = [i] + [0] * m
        for j in range(1, min(n, m) + 1):
            cur[j] = min(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + (a[i - 1] != b[j - 1]))
        prev = cur
    return prev[min(n, m)]
