# planted: positions-from-1, frequency-doubled, sine-and-cosine-exchanged
# left: positions-from-1, frequency-doubled
import torch


def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2], x.shape[-1]
    kind = torch.promote_types(x.dtype, torch.float32)
    out = torch.empty(x.shape, dtype=kind, device=x.device)
    p = torch.arange(1, T + 1, dtype=kind, device=x.device) + offset
    for i in range(d // 2):
        angle = p * theta ** (-4 * i / d)
        a, b = x[..., 2 * i].to(kind), x[..., 2 * i + 1].to(kind)
        out[..., 2 * i] = a * torch.cos(angle) - b * torch.sin(angle)
        out[..., 2 * i + 1] = a * torch.sin(angle) + b * torch.cos(angle)
    return out.to(x.dtype)
