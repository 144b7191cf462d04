# slip: same-number-below
def pass_at_k(n, c, k):
    if n - c < k:
        return 0.0
    q = 1.0
    for i in range(k):
        q *= (n - c - i) / n
    return 1.0 - q
