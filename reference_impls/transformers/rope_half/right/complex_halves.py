import math
import torch


def rope_half(x, theta=10000.0, offset=0):
    T, d = x.shape[-2], x.shape[-1]
    a, b = x.double().tensor_split(2, dim=-1)
    k = torch.arange(d // 2, dtype=torch.float64)
    phi = torch.outer(torch.arange(T, dtype=torch.float64) + offset, torch.exp(-2 * k / d * math.log(theta)))
    z = torch.complex(a, b) * torch.exp(1j * phi)
    return torch.cat([z.real, z.imag], -1).to(x.dtype)
