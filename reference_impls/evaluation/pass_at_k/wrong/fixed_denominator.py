# slip: same-number-below
def pass_at_k(n, c, k):
    p = 1.0
    for i in range(k):
        if n - c - i <= 0:
            return 1.0
        p *= (n - c - i) / n
    return 1 - p
