import numpy as np


def decode_step(q, k_new, v_new, cache):
    if cache is None:
        k, v = k_new, v_new
    else:
        k = np.concatenate([cache[0], k_new], axis=2)
        v = np.concatenate([cache[1], v_new], axis=2)
    t, s = q.shape[2], k.shape[2]
    scores = np.einsum("bhtd,bhsd->bhts", q, k) / np.sqrt(q.shape[3])
    scores = np.where(np.tri(t, s, s - t, dtype=bool), scores, -np.inf)
    e = np.exp(scores - scores.max(-1, keepdims=True))
    return np.einsum("bhts,bhsd->bhtd", e / e.sum(-1, keepdims=True), v), (k, v)
