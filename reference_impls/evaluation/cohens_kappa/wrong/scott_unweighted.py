# slip: pooled-frequencies-unweighted
from collections import Counter
def cohens_kappa(a, b, weights=None):
    n = len(a)
    if weights is None:
        po = sum(x == y for x, y in zip(a, b)) / n
        c = Counter(list(a) + list(b))
        pe = sum((v / (2 * n)) ** 2 for v in c.values())
        return (po - pe) / (1 - pe)
    if weights not in ("linear", "quadratic"):
        raise ValueError
    p = 1 if weights == "linear" else 2
    num = sum(abs(x - y) ** p for x, y in zip(a, b)) / n
    den = sum(abs(x - y) ** p for x in a for y in b) / n**2
    return 1 - num / den
