import numpy as np


def top_p_filter(logits, p):
    x = np.asarray(logits)
    order = np.argsort(-x, axis=-1)
    s = np.take_along_axis(x, order, axis=-1)
    e = np.exp(s - s[..., :1])
    c = np.cumsum(e / e.sum(-1, keepdims=True), axis=-1)
    size = np.minimum((c < p).sum(-1, keepdims=True) + 1, x.shape[-1])
    rank = np.argsort(order, axis=-1)
    return np.where(rank < size, x, -np.inf)
