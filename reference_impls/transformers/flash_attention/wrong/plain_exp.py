# slip: no-maximum
import torch


def flash_attention(q, k, v, block=16, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    num, den = 0, 0
    rows = torch.arange(T)[:, None] + S - T
    for j in range(0, S, block):
        kb, vb = k[..., j : j + block, :], v[..., j : j + block, :]
        s = q @ kb.transpose(-1, -2) / q.shape[-1] ** 0.5
        if causal:
            s = s.masked_fill(torch.arange(j, j + kb.shape[-2])[None] > rows, -torch.inf)
        p = torch.exp(s)
        num = num + p @ vb
        den = den + p.sum(-1, keepdim=True)
    return num / den
