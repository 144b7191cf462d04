# slip: band-of-one-or-the-difference
# input: edit_distance("abcdefgh", "cdefghab") gives 8, right is 4

INF = float("inf")


def edit_distance(a, b):
    # Memory: two rows, O(len(b)); the band k keeps the time at O(k * len(a)).
    n, m = len(a), len(b)
    if not n or not m:
        return n + m
    k = max(1, abs(n - m))
    while True:
        d = _banded(a, b, k)
        if d < INF:
            return d
        k *= 2


def _banded(a, b, k):
    n, m = len(a), len(b)
    prev = [j if j <= k else INF for j in range(m + 1)]
    for i in range(1, n + 1):
        cur = [INF] * (m + 1)
        if i <= k:
            cur[0] = i
        for j in range(max(1, i - k), min(m, i + k) + 1):
            cur[j] = min(prev[j - 1] + (a[i - 1] != b[j - 1]), prev[j] + 1, cur[j - 1] + 1)
        prev = cur
    return prev[m]
