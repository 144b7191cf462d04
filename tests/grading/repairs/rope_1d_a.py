# planted: positions-from-1, frequency-doubled, sine-and-cosine-exchanged
# left: none
import torch


def rope_1d(x, theta=10000.0, offset=0):
    *lead, T, d = x.shape
    kind = torch.float64 if x.dtype == torch.float64 else torch.float32
    p = torch.arange(T, dtype=kind, device=x.device) + offset
    i = torch.arange(d // 2, dtype=kind, device=x.device)
    angle = p.unsqueeze(1) / theta ** (2 * i / d)
    pairs = torch.view_as_complex(x.to(kind).reshape(*lead, T, d // 2, 2).contiguous())
    turned = pairs * torch.polar(torch.ones_like(angle), angle)
    return torch.view_as_real(turned).reshape(x.shape).to(x.dtype)
