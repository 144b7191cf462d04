# slip: borders-are-noise
import numpy as np


def dbscan(x, eps, min_samples):
    near = np.linalg.norm(x[:, None] - x[None], axis=-1) <= eps
    core = near.sum(1) >= min_samples
    labels, c = np.full(len(x), -1), 0
    for i in np.where(core)[0]:
        if labels[i] < 0:
            stack = [i]
            while stack:
                p = stack.pop()
                labels[p] = c
                stack.extend(q for q in np.where(near[p] & core)[0] if labels[q] < 0)
            c += 1
    return labels
