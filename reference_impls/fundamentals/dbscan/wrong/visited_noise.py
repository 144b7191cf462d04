# slip: noise-stays-noise
import numpy as np


def dbscan(x, eps, min_samples):
    labels, visited, c = [-1] * len(x), set(), 0
    hood = lambda p: [j for j in range(len(x)) if np.linalg.norm(x[p] - x[j]) <= eps]
    for i in range(len(x)):
        if i in visited:
            continue
        visited.add(i)
        if len(hood(i)) < min_samples:
            continue
        labels[i] = c
        queue = hood(i)
        while queue:
            j = queue.pop(0)
            if j in visited:
                continue
            visited.add(j)
            labels[j] = c
            if len(hood(j)) >= min_samples:
                queue += hood(j)
        c += 1
    return labels
