# slip: other-weights-key-error
def cohens_kappa(a, b, weights=None):
    cost = {None: lambda i, j: float(i != j), "linear": lambda i, j: abs(i - j), "quadratic": lambda i, j: (i - j) ** 2}
    c, n = cost[weights], len(a)
    observed = sum(c(i, j) for i, j in zip(a, b)) / n
    expected = sum(c(i, j) for i in a for j in b) / n**2
    return 1 - observed / expected
