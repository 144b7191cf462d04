# slip: no-smallest-exponent
import torch


def fp8_e4m3(x):
    a = x.abs().clamp(max=448)
    m, e = torch.frexp(a)
    m = torch.round(m * 16) / 16
    return torch.copysign(torch.ldexp(m, e).to(x.dtype), x)
