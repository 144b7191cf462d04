# slip: with-replacement
def pass_at_k(n, c, k):
    p = c / n
    return 1 - (1 - p) ** k
