# slip: uniform-chance-unweighted
def cohens_kappa(a, b, weights=None):
    n = len(a)
    C = max(max(a), max(b)) + 1
    if weights is None:
        po = sum(x == y for x, y in zip(a, b)) / n
        return (po - 1 / C) / (1 - 1 / C)
    if weights not in ("linear", "quadratic"):
        raise ValueError
    p = 1 if weights == "linear" else 2
    num = sum(abs(x - y) ** p for x, y in zip(a, b)) / n
    den = sum(abs(x - y) ** p for x in a for y in b) / n**2
    return 1 - num / den
