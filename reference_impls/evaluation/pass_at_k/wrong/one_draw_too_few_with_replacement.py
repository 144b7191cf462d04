# slip: with-replacement
def pass_at_k(n, c, k):
    fail = 1.0
    for _ in range(1, k):
        fail *= (n - c) / n
    return 1 - fail
