# slip: scale-by-dv
import torch


def flash_attention(q, k, v, block=16, causal=False):
    B, H, T, d = q.shape
    S = k.shape[-2]
    best = torch.full((B, H, T), float("-inf"), dtype=q.dtype)
    total = torch.zeros((B, H, T), dtype=q.dtype)
    out = torch.zeros((B, H, T, v.shape[-1]), dtype=q.dtype)
    rows = torch.arange(T).unsqueeze(1) + k.shape[-2] - T
    for a in range(0, S, block):
        b = min(a + block, S)
        s = torch.einsum("bhtd,bhsd->bhts", q, k[:, :, a:b]) / v.shape[-1] ** 0.5
        hidden = torch.arange(a, b) > rows if causal else torch.zeros(T, b - a, dtype=torch.bool)
        s = s.masked_fill(hidden, float("-inf"))
        new = torch.maximum(best, s.max(-1).values)
        p = torch.exp(s - new.unsqueeze(-1))
        old = torch.exp(best - new)
        total = total * old + p.sum(-1)
        out = out * old.unsqueeze(-1) + p @ v[:, :, a:b]
        best = new
    return out / total.unsqueeze(-1)
