import numpy as np


def flash_attention(q, k, v, block=16, causal=False):
    B, H, T, d = q.shape
    S = k.shape[2]
    m = np.full((B, H, T), -np.inf)
    l = np.zeros((B, H, T))
    acc = np.zeros((B, H, T, v.shape[3]))
    for start in range(0, S, block):
        stop = min(S, start + block)
        s = np.einsum("bhtd,bhsd->bhts", q, k[:, :, start:stop]).astype(np.float64) / np.sqrt(d)
        if causal:
            cols = np.arange(start, stop)
            for t in range(T):
                s[:, :, t, cols > t + S - T] = -np.inf
        m_new = np.maximum(m, s.max(axis=-1))
        p = np.exp(s - m_new[..., None])
        c = np.exp(m - m_new)
        l = l * c + p.sum(axis=-1)
        acc = acc * c[..., None] + p @ v[:, :, start:stop]
        m = m_new
    return acc / l[..., None]
