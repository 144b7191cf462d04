# slip: argument-changed
import numpy as np


def kmeans(x, centers, iters=100):
    prev = None
    for _ in range(iters):
        labels = ((x[:, None] - centers) ** 2).sum(-1).argmin(1)
        if prev is not None and (labels == prev).all():
            break
        prev = labels
        for k in range(len(centers)):
            if (labels == k).any():
                centers[k] = x[labels == k].mean(0)
    return centers, labels
