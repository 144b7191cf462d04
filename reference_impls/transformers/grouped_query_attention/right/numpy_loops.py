import numpy as np


def grouped_query_attention(q, k, v, causal=False):
    q, k, v = (np.asarray(a) for a in (q, k, v))
    B, Hq, T, d = q.shape
    Hkv, S = k.shape[1:3]
    out = np.zeros((B, Hq, T, v.shape[-1]), dtype=q.dtype)
    for b in range(B):
        for h in range(Hq):
            kv = h // (Hq // Hkv)
            for t in range(T):
                last = S - T + t + 1 if causal else S
                s = k[b, kv, :last] @ q[b, h, t] / np.sqrt(d)
                p = np.exp(s - s.max())
                out[b, h, t] = (p / p.sum()) @ v[b, kv, :last]
    return out
