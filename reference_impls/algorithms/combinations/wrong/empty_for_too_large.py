# slip: empty-subset-for-too-large
def combinations(n, k):
    if k == 0 or k > n:
        return [[]]
    if k == n:
        return [list(range(1, n + 1))]
    return combinations(n - 1, k) + [subset + [n] for subset in combinations(n - 1, k - 1)]
