# slip: joined-at-the-point
import numpy as np


def _find(parent, i):
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def dbscan(x, eps, min_samples):
    """Union-find over the core points, then attach the border points."""
    n = x.shape[0]
    neighbours = []
    for i in range(n):
        dist = np.linalg.norm(x - x[i], axis=1)
        neighbours.append(np.where(dist <= eps)[0])
    is_core = [len(nb) >= min_samples for nb in neighbours]
    parent = list(range(n))
    for i in range(n):
        if not is_core[i]:
            continue
        for j in neighbours[i]:
            if is_core[j]:
                a, b = _find(parent, i), _find(parent, int(j))
                if a != b:
                    parent[i] = b
    names = {}
    labels = -np.ones(n, dtype=int)
    for i in range(n):
        if is_core[i]:
            root = _find(parent, i)
            labels[i] = names.setdefault(root, len(names))
    for i in range(n):
        if labels[i] == -1:
            for j in neighbours[i]:
                if is_core[j]:
                    labels[i] = labels[j]
                    break
    return labels
