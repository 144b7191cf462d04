# slip: none
import torch


def causal_attention(q, k, v):
    T, S = q.shape[-2], k.shape[-2]
    s = q @ k.mT * q.shape[-1] ** -0.5
    keep = torch.arange(S)[None, :] <= torch.arange(T)[:, None] + S - T
    s = s - s.detach().amax(-1, keepdim=True)
    e = torch.exp(s.masked_fill(~keep, -torch.inf))
    return torch.matmul(e, v) / e.sum(-1, keepdim=True)
