# slip: none
import torch


def flash_attention(q, k, v, block=16, causal=False):
    """Values right; the in-place updates cut the backward pass."""
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    m = torch.full_like(q[..., :1], -torch.inf)
    l = torch.zeros_like(m)
    acc = torch.zeros(*q.shape[:-1], v.shape[-1], dtype=q.dtype)
    for j in range(0, S, block):
        s = q @ k[..., j : j + block, :].mT / d**0.5
        if causal:
            s = s.masked_fill(torch.arange(j, min(j + block, S)) > torch.arange(S - T, S)[:, None], -torch.inf)
        m2 = torch.maximum(m, s.amax(-1, keepdim=True)).detach()
        e = (s - m2).exp().detach()
        l *= (m - m2).exp()
        l += e.sum(-1, keepdim=True)
        acc *= (m - m2).exp()
        acc += e @ v[..., j : j + block, :]
        m = m2
    return acc / l
