# problem: flash-attention
def flash_attention(q, k, v, block=16, causal=False):
    q, k, v = np.asarray(q), np.asarray(k), np.asarray(v)
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    out = np.zeros(q.shape[:-1] + v.shape[-1:])
    m = np.full(q.shape[:-1] + (1,), -np.inf)
    l = np.zeros(q.shape[:-1] + (1,))
    for j in range(0, S, block):
        kj, vj = k[..., j : j + block, :], v[..., j : j + block, :]
        s = q @ np.swapaxes(kj, -1, -2) / np.sqrt(d)
        if causal:
            allowed = np.arange(j, j + kj.shape[-2])[None, :] <= np.arange(T)[:, None] + (S - T)
            s = np.where(allowed, s, -np.inf)
        m_new = np.maximum(m, s.max(-1, keepdims=True))
        safe = np.where(np.isfinite(m_new), m_new, 0.0)
        p = np.exp(s - safe)
        scale = np.exp(m - safe)
        l = l * scale + p.sum(-1, keepdims=True)
        out = out * scale + p @ vj
        m = m_new
    return out / l
