import torch
def flash_attention(q, k, v, block=16, causal=False):
    dt = q.dtype
    q, k, v = q.float(), k.float(), v.float()
    *lead, T, d = q.shape
    S = k.shape[-2]
    m = torch.full((*lead, T), -torch.inf); l = torch.zeros(*lead, T); o = torch.zeros(*lead, T, v.shape[-1])
    for s0 in range(0, S, block):
        s1 = min(s0 + block, S)
        sc = torch.einsum('...td,...sd->...ts', q, k[..., s0:s1, :]) / d ** 0.5
        if causal:
            vis = torch.arange(s0, s1)[None] <= (torch.arange(T) + S - T)[:, None]
            sc = sc.masked_fill(~vis, -torch.inf)
        mn = torch.maximum(m, sc.max(-1).values)
        p = torch.exp(sc - mn[..., None]); c = torch.exp(m - mn)
        l = l * c + p.sum(-1)
        o = o * c[..., None] + torch.einsum('...ts,...sd->...td', p, v[..., s0:s1, :])
        m = mn
    return (o / l[..., None]).to(dt)
