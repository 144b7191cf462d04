# slip: results-exchanged
import numpy as np
def kmeans(x, centers, iters=100):
    c = centers.copy()
    for _ in range(iters):
        z = ((x[:, None] - c) ** 2).sum(-1).argmin(1)
        n = c.copy()
        for k in set(z.tolist()):
            n[k] = x[z == k].mean(0)
        if (n == c).all():
            break
        c = n
    return z, c
