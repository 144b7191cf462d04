# problem: sample-next-token
import numpy as np


def sample_next_token(logits, rng, temperature=1.0, top_k=None, top_p=None):
    """One token per row; a temperature of 0 is greedy."""
    logits = np.asarray(logits, dtype=np.float64)
    if temperature == 0:
        return logits.argmax(axis=-1)
    out = np.zeros(len(logits), dtype=np.int64)
    for i, row in enumerate(logits / temperature):
        order = np.argsort(-row, kind="stable")
        if top_k is not None:
            order = order[:top_k]
        p = np.exp(row[order] - row[order].max())
        p /= p.sum()
        if top_p is not None:
            keep = np.cumsum(p) - p < top_p
            keep[0] = True
            order, p = order[keep], p[keep] / p[keep].sum()
        out[i] = order[min(np.searchsorted(np.cumsum(p), rng.random()), len(p) - 1)]
    return out
