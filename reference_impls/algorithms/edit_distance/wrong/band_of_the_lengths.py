# slip: narrow-band
"""a = 'abcdefgh', b = 'defghabc' (equal lengths, shift by 3) gives 8 instead of 6."""


def edit_distance(a, b):
    # only the cells near the diagonal can matter: memory O(n), time O(n * band)
    m, n = len(a), len(b)
    band = abs(m - n) + 1
    big = m + n + 1
    prev = [j if j <= band else big for j in range(n + 1)]
    for i in range(1, m + 1):
        cur = [big] * (n + 1)
        if i <= band:
            cur[0] = i
        for j in range(max(1, i - band), min(n, i + band) + 1):
            cur[j] = min(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + (a[i - 1] != b[j - 1]))
        prev = cur
    return prev[n]
