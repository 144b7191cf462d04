import numpy as np
def kmeans(x, centers, iters=100):
    c = centers.copy()
    for _ in range(iters):
        z = np.einsum('nkd,nkd->nk', x[:, None] - c[None], x[:, None] - c[None]).argmin(1)
        r = np.eye(len(c))[z]                       # (N, K)
        n = r.sum(0)[:, None]
        c = np.where(n > 0, r.T @ x / np.maximum(n, 1), c)
    return c, z
