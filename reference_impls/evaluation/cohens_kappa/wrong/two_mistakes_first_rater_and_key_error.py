# slip: none
from collections import Counter


def cohens_kappa(a, b, weights=None):
    w = {None: lambda d: float(d != 0), "linear": abs, "quadratic": lambda d: d * d}[weights]
    n, c = len(a), Counter(a)
    o = sum(w(x - y) for x, y in zip(a, b)) / n
    e = sum(w(i - j) * c[i] * c[j] for i in c for j in c) / n ** 2
    return 1 - o / e if e else 0.0
