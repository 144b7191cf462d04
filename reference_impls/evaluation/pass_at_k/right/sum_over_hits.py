from math import comb


def pass_at_k(n, c, k):
    # hypergeometric: P(at least one) = sum over the number of hits
    total = comb(n, k)
    if n > 500:  # the same number from the complement
        return (total - comb(n - c, k)) / total
    return sum(comb(c, j) * comb(n - c, k - j) for j in range(1, min(c, k) + 1)) / total
