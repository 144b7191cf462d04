# problem: flash-attention
import math
import torch


def flash_attn_2(q, k, v, is_causal=False, Br=16, Bc=16):
    B, H, T, d = q.shape
    S, e = k.shape[2], v.shape[3]
    out = q.new_empty(B, H, T, e)
    for i0 in range(0, T, Br):
        i1 = min(i0 + Br, T)
        qi = q[:, :, i0:i1] / math.sqrt(d)
        m = torch.full((B, H, i1 - i0, 1), float("-inf"), dtype=q.dtype, device=q.device)
        l = torch.zeros_like(m)
        acc = q.new_zeros(B, H, i1 - i0, e)
        q_pos = torch.arange(i0, i1, device=q.device)[:, None] + (S - T)
        for j0 in range(0, S, Bc):
            j1 = min(j0 + Bc, S)
            if is_causal and j0 > i1 - 1 + (S - T):
                break
            s = qi @ k[:, :, j0:j1].transpose(-1, -2)
            if is_causal:
                k_pos = torch.arange(j0, j1, device=q.device)[None, :]
                s = s.masked_fill(k_pos > q_pos, float("-inf"))
            m_new = torch.maximum(m, s.amax(-1, keepdim=True))
            p = torch.exp(s - m_new)
            alpha = torch.exp(m - m_new)
            l = l * alpha + p.sum(-1, keepdim=True)
            acc = acc * alpha + p @ v[:, :, j0:j1]
            m = m_new
        out[:, :, i0:i1] = acc / l
    return out
