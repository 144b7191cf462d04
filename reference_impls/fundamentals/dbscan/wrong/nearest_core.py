# slip: noise-joins-the-nearest
import numpy as np


def dbscan(x, eps, min_samples):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    near = d <= eps
    core = np.where(near.sum(1) >= min_samples)[0]
    labels, c = np.full(len(x), -1), 0
    for i in core:
        if labels[i] < 0:
            stack = [i]
            while stack:
                p = stack.pop()
                labels[p] = c
                stack.extend(q for q in core if near[p, q] and labels[q] < 0)
            c += 1
    if len(core):
        for i in range(len(x)):
            labels[i] = labels[core[d[i, core].argmin()]]
    return labels
