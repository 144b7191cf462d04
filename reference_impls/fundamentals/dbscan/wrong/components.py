# slip: size-instead-of-density
import numpy as np


def dbscan(x, eps, min_samples):
    near = np.linalg.norm(x[:, None] - x[None], axis=-1) <= eps
    reach = np.linalg.matrix_power(near.astype(float) + np.eye(len(x)), len(x)) > 0
    labels, c = np.full(len(x), -1), 0
    for i in range(len(x)):
        if labels[i] < 0 and reach[i].sum() >= min_samples:
            labels[reach[i]] = c
            c += 1
    return labels
