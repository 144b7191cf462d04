# slip: point-not-counted
import numpy as np


def dbscan(x, eps, min_samples):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    np.fill_diagonal(d, np.inf)
    near = d <= eps
    core = near.sum(1) >= min_samples
    labels, c = np.full(len(x), -1), 0
    for i in range(len(x)):
        if core[i] and labels[i] < 0:
            stack = [i]
            labels[i] = c
            while stack:
                p = stack.pop()
                for q in np.where(near[p] & (labels < 0))[0]:
                    labels[q] = c
                    if core[q]:
                        stack.append(q)
            c += 1
    return labels
