# slip: full-mask
import torch


def flash_attention(q, k, v, block=16, causal=False):
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    mask = torch.ones(T, S).tril(S - T).bool() if causal else None
    m, l, acc = torch.full_like(q[..., :1], -torch.inf), 0, 0
    for j in range(0, S, block):
        s = q @ k[..., j : j + block, :].transpose(-1, -2) / d**0.5
        if mask is not None:
            s = s.masked_fill(~mask[:, j : j + block], -torch.inf)
        m2 = torch.maximum(m, s.amax(-1, keepdim=True))
        e = (s - m2).exp()
        l = l * (m - m2).exp() + e.sum(-1, keepdim=True)
        acc = acc * (m - m2).exp() + e @ v[..., j : j + block, :]
        m = m2
    return acc / l
