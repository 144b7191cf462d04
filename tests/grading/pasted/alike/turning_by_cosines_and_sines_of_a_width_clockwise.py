# problem: rope-half
# expect: fail
# says: clockwise
import torch


def build_rope_cache(seq_len, dim, base=10000.0, start=0, device="cpu"):
    inv_freq = base ** (-torch.arange(0, dim, 2, dtype=torch.float32, device=device) / dim)
    pos = torch.arange(start, start + seq_len, dtype=torch.float32, device=device)
    angles = torch.outer(pos, inv_freq)
    return torch.cos(angles), torch.sin(angles)


def apply_rope(x, cos, sin, dim):
    half = dim // 2
    x1, x2 = x[..., :half].float(), x[..., half:dim].float()
    out = torch.cat([x1 * cos + x2 * sin, x2 * cos - x1 * sin], dim=-1)
    return out.to(x.dtype)
