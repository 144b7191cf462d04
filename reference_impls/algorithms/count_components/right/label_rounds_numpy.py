import numpy as np


def count_components(n, edges):
    if n == 0:
        return 0
    label = np.arange(n)
    pairs = np.array(edges, dtype=int).reshape(-1, 2)
    while True:
        low = label[pairs].min(axis=1)
        new = label.copy()
        np.minimum.at(new, pairs[:, 0], low)
        np.minimum.at(new, pairs[:, 1], low)
        new = new[new]
        if (new == label).all():
            return np.unique(label).size
        label = new
