# slip: maximum-over-hidden
# input: causal=True, T=S=8, q and k of standard deviation 30 (scores of some thousands): early rows underflow
import math
import torch


def flash_attention(q, k, v, block=16, causal=False):
    B, H, T, d = q.shape
    S = k.shape[-2]
    m = torch.full((B, H, T, 1), -1e30, dtype=q.dtype, device=q.device)
    l = torch.zeros(B, H, T, 1, dtype=q.dtype, device=q.device)
    o = torch.zeros(B, H, T, v.shape[-1], dtype=q.dtype, device=q.device)
    i = torch.arange(T, device=q.device)[:, None]
    for lo in range(0, S, block):
        kb, vb = k[:, :, lo:lo + block], v[:, :, lo:lo + block]
        s = q @ kb.transpose(-1, -2) / math.sqrt(d)
        m_new = torch.maximum(m, s.max(-1, keepdim=True).values)
        p = torch.exp(s - m_new)
        if causal:
            j = lo + torch.arange(kb.shape[2], device=q.device)[None, :]
            p = p * (j <= i + (S - T)).to(p.dtype)
        c = torch.exp(m - m_new)
        l = l * c + p.sum(-1, keepdim=True)
        o = o * c + p @ vb
        m = m_new
    return o / l
