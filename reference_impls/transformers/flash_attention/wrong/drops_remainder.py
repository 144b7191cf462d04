# slip: last-tile-dropped
import torch


def flash_attention(q, k, v, block=16, causal=False):
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    n = max(1, S // block)
    m, l, acc = None, None, None
    for t in range(n):
        ks, vs = k[..., t * block : (t + 1) * block, :], v[..., t * block : (t + 1) * block, :]
        s = torch.matmul(q, ks.transpose(-1, -2)) / d**0.5
        if causal:
            cols = t * block + torch.arange(ks.shape[-2])
            s = s.masked_fill(cols[None] > torch.arange(T)[:, None] + S - T, float("-inf"))
        top = s.amax(-1, keepdim=True)
        m2 = top if m is None else torch.maximum(m, top)
        e = torch.exp(s - m2)
        if m is None:
            l, acc = e.sum(-1, keepdim=True), e @ vs
        else:
            c = torch.exp(m - m2)
            l, acc = l * c + e.sum(-1, keepdim=True), acc * c + e @ vs
        m = m2
    return acc / l
