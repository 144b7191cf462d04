# problem: rope-1d
# expect: fail
# says: your use_real is True for both
import torch


def rotary_table(dim, pos, theta=10000.0, use_real=False):
    rates = 1.0 / theta ** (torch.arange(0, dim, 2, dtype=torch.float32) / dim)
    angles = torch.outer(pos, rates)
    if use_real:
        return angles.cos().repeat(1, 2), angles.sin().repeat(1, 2)
    return torch.polar(torch.ones_like(angles), angles)


def apply_rotary_emb(x, freqs_cis, use_real=True):
    if use_real:
        cos, sin = (part[None, None] for part in freqs_cis)
        real, imaginary = x.reshape(*x.shape[:-1], -1, 2).unbind(-1)
        turned = torch.stack((-imaginary, real), dim=-1).flatten(3)
        return (x.float() * cos + turned.float() * sin).to(x.dtype)
    pairs = torch.view_as_complex(x.float().reshape(*x.shape[:-1], -1, 2))
    return torch.view_as_real(pairs * freqs_cis).flatten(3).type_as(x)
