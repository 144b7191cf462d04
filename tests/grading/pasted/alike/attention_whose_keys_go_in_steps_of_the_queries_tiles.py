# problem: flash-attention
# expect: fail
# says: your block_q is twice your block_k here, which is block
def flash_attention(q, k, v, block_q=16, block_k=16, causal=False):
    B, H, T, d = q.shape
    S = k.shape[2]
    out = torch.zeros(B, H, T, v.shape[-1], dtype=q.dtype)
    for i in range(0, T, block_q):
        qi = q[:, :, i:i + block_q] / math.sqrt(d)
        n = qi.shape[2]
        m = torch.full((B, H, n, 1), -1e30, dtype=q.dtype)
        l = torch.zeros(B, H, n, 1, dtype=q.dtype)
        acc = torch.zeros(B, H, n, v.shape[-1], dtype=q.dtype)
        for j in range(0, S, block_q):
            s = qi @ k[:, :, j:j + block_k].transpose(-1, -2)
            if causal:
                rows = torch.arange(i, i + n)[:, None] + S - T
                cols = torch.arange(j, j + s.shape[-1])[None]
                s = s.masked_fill(cols > rows, -float("inf"))
            mn = torch.maximum(m, s.amax(-1, keepdim=True))
            p = torch.exp(s - mn)
            c = torch.exp(m - mn)
            l = l * c + p.sum(-1, keepdim=True)
            acc = acc * c + p @ v[:, :, j:j + block_k]
            m = mn
        out[:, :, i:i + n] = acc / l
    return out
