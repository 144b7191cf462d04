def cohens_kappa(a, b, weights=None):
    """Chance agreement is that of labels of any two items."""
    costs = {None: lambda d: d != 0, "linear": abs, "quadratic": lambda d: d * d}
    try:
        cost = costs[weights]
    except KeyError:
        raise ValueError("unknown weights") from None
    observed = [cost(x - y) for x, y in zip(a, b)]
    expected = [cost(x - y) for x in a for y in b]
    return 1 - (sum(observed) / len(observed)) / (sum(expected) / len(expected))
