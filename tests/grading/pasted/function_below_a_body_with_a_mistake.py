    return rate
# problem: pass-at-k
# expect: invalid
# says: syntax error
rate = = 1


def estimate(n: int, c: int, k: int) -> float:
    return 1.0 - comb(n - c, k) / comb(n, k)
