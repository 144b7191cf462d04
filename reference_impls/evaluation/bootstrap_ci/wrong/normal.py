# slip: normal-interval-by-n
from statistics import NormalDist


def bootstrap_ci(a, b, indices, alpha=0.05):
    d = (a - b)[indices].mean(1)
    z = NormalDist().inv_cdf(1 - alpha / 2)
    m, s = float((a - b).mean()), float(d.std(unbiased=False))
    return m, m - z * s, m + z * s
