# slip: only-direct-neighbors
import numpy as np


def dbscan(x, eps, min_samples):
    near = np.linalg.norm(x[:, None] - x[None], axis=-1) <= eps
    labels, c = np.full(len(x), -1), 0
    for i in range(len(x)):
        if labels[i] < 0 and near[i].sum() >= min_samples:
            labels[near[i] & (labels < 0)] = c
            c += 1
    return labels
