# slip: none
import numpy as np


def dbscan(x, eps, min_samples):
    near = np.linalg.norm(x[:, None] - x[None], axis=-1) <= eps
    labels, c = np.full(len(x), -1), 0
    for i in range(len(x)):
        if near[i].sum() >= min_samples and labels[i] < 0:
            c += 1
            stack = [i]
            while stack:
                p = stack.pop()
                if labels[p] < 0:
                    labels[p] = c
                    stack.extend(np.where(near[p])[0])
    return labels
