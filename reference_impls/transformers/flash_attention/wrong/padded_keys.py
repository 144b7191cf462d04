# slip: padding-takes-part
"""S = 20, block = 16, causal = False: 12 zero keys enter the denominator; right when block divides S."""
import torch
import torch.nn.functional as F


def flash_attention(q, k, v, block=16, causal=False):
    B, H, T, d = q.shape
    S = k.shape[2]
    pad = (-S) % block
    k = F.pad(k, (0, 0, 0, pad))
    v = F.pad(v, (0, 0, 0, pad))
    nb = (S + pad) // block
    m = q.new_full((B, H, T), float("-inf"))
    l = q.new_zeros(B, H, T)
    acc = q.new_zeros(B, H, T, v.shape[-1])
    for n in range(nb):
        ks = k[:, :, n * block:(n + 1) * block]
        vs = v[:, :, n * block:(n + 1) * block]
        s = torch.einsum("bhtd,bhsd->bhts", q, ks) * d ** -0.5
        if causal:
            j = torch.arange(n * block, (n + 1) * block, device=q.device)
            i = torch.arange(T, device=q.device) + (S - T)
            s = s.masked_fill(j[None] > i[:, None], float("-inf"))
        mn = torch.maximum(m, s.amax(-1))
        p = torch.exp(s - mn[..., None])
        a = torch.exp(m - mn)
        l = a * l + p.sum(-1)
        acc = a[..., None] * acc + p @ vs
        m = mn
    return acc / l[..., None]
