# slip: none
from collections import Counter
def cohens_kappa(a, b, weights=None):
    n = len(a)
    ca, cb = Counter(a), Counter(b)
    if weights is None:
        po = sum(x == y for x, y in zip(a, b)) / n
        pe = sum(ca[k] * cb[k] for k in ca) / (n * n)
        return (po - pe) / pe
    p = 2 if weights == "quadratic" else 1
    num = sum(abs(x - y) ** p for x, y in zip(a, b)) / n
    den = sum(ca[i] * cb[j] * abs(i - j) ** p for i in ca for j in cb) / n**2
    return 1 - num / den
