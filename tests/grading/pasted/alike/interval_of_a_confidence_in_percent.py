# problem: bootstrap-ci
# says: your ci gets 100 (1 - alpha)
import numpy as np


def bootstrap(a, b, idx, ci=95):
    a, b = a.numpy(), b.numpy()
    deltas = np.sort([a[row].mean() - b[row].mean() for row in idx.numpy()])
    low, high = np.percentile(deltas, [(100 - ci) / 2, (100 + ci) / 2])
    return a.mean() - b.mean(), low, high
