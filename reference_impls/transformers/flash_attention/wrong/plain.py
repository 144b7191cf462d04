# slip: whole-matrix
import torch


def flash_attention(q, k, v, block=16, causal=False):
    s = torch.einsum("bhtd,bhsd->bhts", q, k) * q.shape[-1] ** -0.5
    T, S = s.shape[-2:]
    if causal:
        s = s.masked_fill(torch.arange(S) > torch.arange(S - T, S)[:, None], float("-inf"))
    e = torch.exp(s - s.max(-1, keepdim=True).values)
    return e @ v / e.sum(-1, keepdim=True)
