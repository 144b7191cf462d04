# slip: none
def cohens_kappa(a, b, weights=None):
    if weights not in (None, "linear", "quadratic"):
        raise ValueError
    cost = {None: lambda i, j: float(i != j), "quadratic": lambda i, j: abs(i - j), "linear": lambda i, j: (i - j) ** 2}
    c, n, both = cost[weights], len(a), a + b
    observed = sum(c(i, j) for i, j in zip(a, b)) / n
    expected = sum(c(i, j) for i in both for j in both) / (2 * n) ** 2
    return 1 - observed / expected
