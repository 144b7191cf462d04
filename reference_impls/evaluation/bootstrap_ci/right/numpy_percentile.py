import numpy as np


def bootstrap_ci(a, b, indices, alpha=0.05):
    a, b, indices = np.asarray(a), np.asarray(b), np.asarray(indices)
    boot = a[indices].mean(-1) - b[indices].mean(-1)
    low, high = np.percentile(boot, [100 * alpha / 2, 100 * (1 - alpha / 2)])
    return a.mean() - b.mean(), low, high
