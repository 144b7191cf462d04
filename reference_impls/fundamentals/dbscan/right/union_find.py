import numpy as np


def dbscan(x, eps, min_samples):
    n = len(x)
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    core = (d <= eps).sum(1) >= min_samples
    parent = list(range(n))

    def find(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i in range(n):
        for j in range(i):
            if core[i] and core[j] and d[i, j] <= eps:
                parent[find(i)] = find(j)
    names, labels = {}, np.full(n, -1)
    for i in range(n):
        if core[i]:
            labels[i] = names.setdefault(find(i), len(names))
    for i in range(n):
        if not core[i]:
            reach = [j for j in range(n) if core[j] and d[i, j] <= eps]
            if reach:
                labels[i] = labels[reach[0]]
    return labels
