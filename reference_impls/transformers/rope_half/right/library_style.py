import torch


class Rotary:
    def __init__(self, dim, base):
        self.inv_freq = 1.0 / (base ** (torch.arange(0, dim, 2, dtype=torch.int64).float() / dim))

    def __call__(self, position_ids):
        freqs = position_ids[:, None].float() * self.inv_freq[None]
        emb = torch.cat((freqs, freqs), dim=-1)
        return emb.cos(), emb.sin()


def swap(x):
    x1 = x[..., : x.shape[-1] // 2]
    x2 = x[..., x.shape[-1] // 2 :]
    return torch.cat((-x2, x1), dim=-1)


def rope_half(x, theta=10000.0, offset=0):
    cos, sin = Rotary(x.shape[-1], theta)(torch.arange(x.shape[-2]) + offset)
    return (x.float() * cos + swap(x.float()) * sin).to(x.dtype)
