import numpy as np


def moe_router(logits, k):
    z = np.asarray(logits)
    e = np.exp(z - z.max(1, keepdims=True))
    p = e / e.sum(1, keepdims=True)
    idx = np.argsort(-p, axis=1)[:, :k]
    top = np.take_along_axis(p, idx, 1)
    f = np.array([(idx == j).mean() for j in range(z.shape[1])])
    return top / top.sum(1, keepdims=True), idx, z.shape[1] * (f * p.mean(0)).sum()
