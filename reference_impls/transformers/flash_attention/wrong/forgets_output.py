# slip: output-not-rescaled
import torch


def flash_attention(q, k, v, block=16, causal=False):
    B, H, T, d = q.shape
    S = k.shape[2]
    m = torch.full((B, H, T, 1), float("-inf"), dtype=q.dtype)
    l = torch.zeros(B, H, T, 1, dtype=q.dtype)
    out = torch.zeros(B, H, T, v.shape[-1], dtype=q.dtype)
    for j in range(0, S, block):
        s = q @ k[:, :, j : j + block].mT * d**-0.5
        if causal:
            i = torch.arange(T)[:, None]
            s = s.masked_fill(torch.arange(j, min(j + block, S))[None] > i + S - T, float("-inf"))
        new_m = torch.max(m, s.max(-1, keepdim=True)[0])
        p = torch.exp(s - new_m)
        l = l * torch.exp(m - new_m) + p.sum(-1, keepdim=True)
        out = out + p @ v[:, :, j : j + block]
        m = new_m
    return out / l
