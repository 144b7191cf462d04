# problem: magnitude-prune
import numpy as np


def prune_by_magnitude(weights, sparsity):
    flat = np.abs(weights).ravel()
    k = int(round(sparsity * flat.size))
    pruned = weights.copy().ravel()
    pruned[np.argsort(flat, kind="stable")[:k]] = 0.0
    return pruned.reshape(weights.shape)
