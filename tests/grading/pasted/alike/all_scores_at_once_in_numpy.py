# problem: flash-attention
# expect: fail
# says: holds all scores at once
def flash_attention(q, k, v, block=16, causal=False):
    q, k, v = (np.asarray(t) for t in (q, k, v))
    s = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if causal:
        T, S = s.shape[-2:]
        s = np.where(np.tril(np.ones((T, S), bool), S - T), s, -np.inf)
    s = np.exp(s - s.max(-1, keepdims=True))
    return s / s.sum(-1, keepdims=True) @ v
