# slip: noise-is-0
import numpy as np


def dbscan(x, eps, min_samples):
    near = np.linalg.norm(x[:, None] - x[None], axis=-1) <= eps
    core = near.sum(1) >= min_samples
    labels, c = np.zeros(len(x), dtype=int), 0
    for i in range(len(x)):
        if core[i] and labels[i] == 0:
            c += 1
            stack = [i]
            labels[i] = c
            while stack:
                p = stack.pop()
                for q in np.where(near[p] & (labels == 0))[0]:
                    labels[q] = c
                    if core[q]:
                        stack.append(q)
    return labels
