# slip: uniform-chance
def cohens_kappa(a, b, weights=None):
    if weights not in (None, "linear", "quadratic"):
        raise ValueError
    cost = {None: lambda i, j: float(i != j), "linear": lambda i, j: abs(i - j), "quadratic": lambda i, j: (i - j) ** 2}
    c, C = cost[weights], max(a + b) + 1
    observed = sum(c(i, j) for i, j in zip(a, b)) / len(a)
    expected = sum(c(i, j) for i in range(C) for j in range(C)) / C**2
    return 1 - observed / expected
