# slip: none
import numpy as np
def cohens_kappa(a, b, weights=None):
    if weights not in (None, "linear", "quadratic"):
        raise ValueError(weights)
    C = max(max(a), max(b)) + 1
    O = np.zeros((C, C))
    for x, y in zip(a, b):
        O[x, y] += 1
    O = O / len(a)
    pa, pb = O.sum(1), O.sum(0)
    if weights is None:
        p_o = np.trace(O)
        p_e = (((pa + pb) / 2) ** 2).sum()
        return float((p_o - p_e) / (1 - p_e))
    E = np.outer(pa, pb)
    i = np.arange(C)
    W = np.abs(i[:, None] - i[None, :])
    if weights:
        W = W ** 2
    return float(1 - (W * O).sum() / (W * E).sum())
