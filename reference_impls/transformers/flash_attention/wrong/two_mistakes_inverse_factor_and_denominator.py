# slip: none
import torch


def flash_attention(q, k, v, block=16, causal=False):
    B, H, T, d = q.shape
    S = k.shape[2]
    m = torch.full((B, H, T, 1), -1e4, dtype=q.dtype)
    l = torch.zeros(B, H, T, 1, dtype=q.dtype)
    o = torch.zeros(B, H, T, v.shape[-1], dtype=q.dtype)
    for s in range(0, S, block):
        kb, vb = k[:, :, s:s + block], v[:, :, s:s + block]
        a = q @ kb.transpose(-1, -2) / d ** 0.5
        if causal:
            j = torch.arange(s, s + kb.shape[2])
            a = a.masked_fill(j[None] > torch.arange(T)[:, None] + S - T, -1e9)
        n = torch.maximum(m, a.amax(-1, keepdim=True)) if s else a.amax(-1, keepdim=True)
        p = torch.exp(a - n)
        o = o * (torch.exp(n - m) if s else 1) + p @ vb
        l = l + p.sum(-1, keepdim=True)
        m = n
    return o / l
