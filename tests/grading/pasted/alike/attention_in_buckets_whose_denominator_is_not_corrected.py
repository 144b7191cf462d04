# problem: flash-attention
# expect: fail
import torch
from torch import einsum


def memory_efficient_attention(q, k, v, causal=False, q_bucket_size=512, k_bucket_size=8):
    scale = q.shape[-1] ** -0.5
    q = q * scale
    T, S = q.shape[-2], k.shape[-2]
    out = []
    for i0 in range(0, T, q_bucket_size):
        qc = q[..., i0:i0 + q_bucket_size, :]
        rows = torch.arange(i0, i0 + qc.shape[-2], device=q.device) + (S - T)
        exp_values, exp_weights, maxes = [], [], []
        acc = torch.zeros(*qc.shape[:-1], v.shape[-1], dtype=torch.float32)
        den = torch.zeros(*qc.shape[:-1], 1, dtype=torch.float32)
        top = torch.full_like(den, float("-inf"))
        for j0 in range(0, S, k_bucket_size):
            kc, vc = k[..., j0:j0 + k_bucket_size, :], v[..., j0:j0 + k_bucket_size, :]
            w = einsum("b h i d, b h j d -> b h i j", qc, kc).float()
            if causal:
                cols = torch.arange(j0, j0 + kc.shape[-2], device=q.device)
                w = w.masked_fill(cols[None, :] > rows[:, None], float("-inf"))
            m = torch.maximum(top, w.amax(dim=-1, keepdim=True)).detach()
            safe = torch.where(m.isinf(), torch.zeros_like(m), m)
            p = torch.exp(w - safe)
            corr = torch.exp(top - safe)
            den = den + p.sum(dim=-1, keepdim=True)
            acc = acc * corr + einsum("b h i j, b h j d -> b h i d", p, vc.float())
            top = m
        out.append(acc / den)
    return torch.cat(out, dim=-2).type_as(q)
