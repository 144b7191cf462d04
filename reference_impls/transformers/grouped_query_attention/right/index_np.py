import numpy as np
def grouped_query_attention(q, k, v, causal=False):
    q, k, v = np.array(q), np.array(k), np.array(v)
    idx = np.arange(q.shape[1]) // (q.shape[1] // k.shape[1])
    k, v = k[:, idx], v[:, idx]
    s = np.matmul(q, k.swapaxes(2, 3)) / np.sqrt(q.shape[3])
    if causal: s[..., ~np.tri(*s.shape[-2:], s.shape[-1] - s.shape[-2]).astype(bool)] = -np.inf
    s = np.exp(s - s.max(axis=-1, keepdims=True))
    return (s / s.sum(axis=-1, keepdims=True)) @ v
