# slip: empty-goes-to-the-farthest-point
import numpy as np


def kmeans(x, centers, iters=100):
    x, c = np.asarray(x, dtype=np.float64), np.array(centers, dtype=np.float64)
    labels = np.full(len(x), -1)
    for _ in range(iters):
        d = ((x[:, None] - c) ** 2).sum(2)
        new_labels = d.argmin(1)
        if (new_labels == labels).all():
            break
        labels = new_labels
        worst = d[np.arange(len(x)), labels].argmax()
        for k in range(len(c)):
            members = x[labels == k]
            if members.shape[0] == 0:
                c[k] = x[worst]
            else:
                c[k] = members.mean(axis=0)
    return c, labels
