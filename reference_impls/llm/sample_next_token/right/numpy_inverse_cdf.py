import numpy as np


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    z = np.asarray(logits, dtype=np.float64)
    if temperature == 0:
        return z.argmax(-1)
    z = z / temperature
    order = np.argsort(-z, axis=-1)
    s = np.take_along_axis(z, order, -1)
    p = np.exp(s - s[:, :1])
    if top_k is not None:
        p[:, top_k:] = 0
    p /= p.sum(-1, keepdims=True)
    if top_p is not None:
        keep = np.cumsum(p, -1) - p < top_p
        keep[:, 0] = True
        p = p * keep
        p /= p.sum(-1, keepdims=True)
    u = np.random.rand(len(p), 1)
    place = np.minimum((np.cumsum(p, -1) <= u).sum(-1), (p > 0).sum(-1) - 1)
    return np.take_along_axis(order, place[:, None], -1)[:, 0]
