import torch


def linear_attention(q, k, v, causal=False):
    phi = lambda x: torch.where(x > 0, x + 1, torch.exp(x.clamp(max=0)))
    q, k = phi(q), phi(k)
    padded = torch.cat([v, torch.ones_like(v[..., :1])], -1)
    outer = k.unsqueeze(-1) * padded.unsqueeze(-2)
    if causal:
        y = (q.unsqueeze(-1) * torch.cumsum(outer, dim=-3)).sum(-2)
    else:
        y = torch.matmul(q, outer.sum(-3))
    return y[..., :-1] / y[..., -1:]
