# slip: none
def combinations(n, k):
    if k == 1:
        return [[i] for i in range(1, n + 1)]
    if n < k:
        return []
    return combinations(n - 1, k) + [c + [n] for c in combinations(n - 1, k - 1)]
