import numpy as np


def block_sparse_attention(q, k, v, layout, block):
    q, k, v = (np.asarray(x, dtype=np.float64) for x in (q, k, v))
    mask = np.repeat(np.repeat(np.asarray(layout), block, 0), block, 1)
    s = np.where(mask, q @ np.swapaxes(k, 2, 3) / np.sqrt(q.shape[-1]), -np.inf)
    p = np.exp(s - s.max(-1, keepdims=True))
    return p / p.sum(-1, keepdims=True) @ v
