# slip: quadratic-by-default
import numpy as np
def cohens_kappa(a, b, weights="quadratic"):
    if weights not in (None, "linear", "quadratic"):
        raise ValueError(weights)
    size = max(*a, *b) + 1
    seen = np.zeros((size, size))
    for i, j in zip(a, b):
        seen[i, j] += 1
    chance = np.outer(seen.sum(1), seen.sum(0)) / len(a)
    gap = np.abs(np.subtract.outer(np.arange(size), np.arange(size)))
    w = {None: gap > 0, "linear": gap, "quadratic": gap**2}[weights]
    return 1 - (w * seen).sum() / (w * chance).sum()
