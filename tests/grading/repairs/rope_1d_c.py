# planted: positions-from-1, frequency-doubled, sine-and-cosine-exchanged
# left: sine-and-cosine-exchanged
import torch
from torch import Tensor


def rope_1d(x: Tensor, theta: float = 10000.0, offset: int = 0) -> Tensor:
    T, d = x.shape[-2:]
    wide = torch.promote_types(x.dtype, torch.float32)
    position = torch.arange(offset, offset + T, dtype=wide, device=x.device)
    inv = 1.0 / (theta ** (torch.arange(0, d, 2, dtype=wide, device=x.device) / d))
    phase = torch.outer(position, inv)
    s, c = phase.cos(), phase.sin()
    a, b = x[..., ::2].to(wide), x[..., 1::2].to(wide)
    y = torch.empty_like(x, dtype=wide)
    y[..., ::2] = a * c - b * s
    y[..., 1::2] = a * s + b * c
    return y.to(x.dtype)
