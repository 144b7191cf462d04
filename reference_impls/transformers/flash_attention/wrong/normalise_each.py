# slip: normalised-in-each-tile
import torch
def flash_attention(q, k, v, block=16, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    m = torch.full(q.shape[:-1] + (1,), -torch.inf, dtype=q.dtype); l = torch.zeros_like(m); o = torch.zeros(q.shape[:-1] + (v.shape[-1],), dtype=q.dtype)
    for j in range(0, S, block):
        s = q @ k[..., j:j+block, :].mT * q.shape[-1] ** -.5
        if causal:
            s = s.masked_fill(torch.arange(j, min(j+block, S))[None] > torch.arange(T)[:, None] + S - T, -torch.inf)
        mn = torch.maximum(m, s.amax(-1, keepdim=True))
        c = (m - mn).exp(); p = (s - mn).exp()
        l = l * c + p.sum(-1, keepdim=True)
        o = (o * c + p @ v[..., j:j+block, :]) / l
        m = mn
    return o
