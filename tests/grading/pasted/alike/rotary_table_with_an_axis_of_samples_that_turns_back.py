# problem: rope-half
# expect: fail
# says: your build_rope_cache makes the table that your apply_rope turns by
import torch


def build_rope_cache(seq_len, n_elem, base=10000):
    rates = 1.0 / base ** (torch.arange(0, n_elem, 2).float() / n_elem)
    angles = torch.outer(torch.arange(seq_len).float(), rates).repeat(1, 2)
    return torch.cos(angles), torch.sin(angles)


def apply_rope(x, cos, sin):
    if cos.dim() != 3:
        raise ValueError("cos needs an axis of samples")
    half = x.size(-1) // 2
    turned = torch.cat((x[..., half:], -x[..., :half]), dim=-1)
    while cos.dim() < x.dim():
        cos, sin = cos.unsqueeze(1), sin.unsqueeze(1)
    return (x * cos + turned * sin).to(x.dtype)
