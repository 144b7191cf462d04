import numpy as np


def softmax_rows(s, mask):
    s = np.where(mask, s, -np.inf)
    top = np.max(s, axis=1, keepdims=True)
    e = np.exp(s - np.where(np.isfinite(top), top, 0))
    total = e.sum(1, keepdims=True)
    return np.divide(e, total, out=np.zeros_like(e), where=total > 0)


def gated_sparse_attention(q, k, v, gates, block, top_k, window):
    q, k, v, gates = (np.asarray(x, dtype=np.float64) for x in (q, k, v, gates))
    T, d = q.shape
    pk, pv = k.reshape(-1, block, d).mean(1), v.reshape(T // block, block, -1).mean(1)
    t = np.arange(T)
    cs = q @ pk.T / d**0.5
    ended = (np.arange(T // block) * block + block - 1)[None] <= t[:, None]
    sel = np.zeros((T, T), bool)
    for i in range(T):
        own = i // block
        for j in np.argsort(-cs[i, :own])[:top_k]:
            sel[i, j * block : (j + 1) * block] = True
        sel[i, own * block : i + 1] = True
    back = t[:, None] - t[None]
    s = q @ k.T / d**0.5
    win = (back >= 0) & (back < window)
    return (
        gates[:, [0]] * (softmax_rows(cs, ended) @ pv)
        + gates[:, [1]] * (softmax_rows(s, sel) @ v)
        + gates[:, [2]] * (softmax_rows(s, win) @ v)
    )
