# slip: agreement-alone
def cohens_kappa(a, b, weights=None):
    if weights not in (None, "linear", "quadratic"):
        raise ValueError
    C = max(a + b) + 1
    if weights is None:
        return sum(i == j for i, j in zip(a, b)) / len(a)
    p = 1 if weights == "linear" else 2
    return 1 - sum((abs(i - j) / (C - 1)) ** p for i, j in zip(a, b)) / len(a)
