# slip: percent
import numpy as np


def bootstrap_ci(a, b, indices, alpha=0.05):
    d = (a - b)[indices].mean(1).numpy()
    lo, hi = np.percentile(d, [alpha / 2, 100 - alpha / 2])
    return float((a - b).mean()), lo, hi
