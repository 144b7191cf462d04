# slip: rotates-backwards
import torch


def rope_2d(x, height, width, theta=10000.0):
    B, T, d = x.shape
    f = theta ** (-torch.arange(0, d // 2, 2, dtype=x.dtype) / (d // 2))
    a = torch.cat([torch.outer((torch.arange(T) % width).to(x.dtype), f), torch.outer((torch.arange(T) // width).to(x.dtype), f)], -1)
    z = torch.view_as_complex(x.reshape(B, T, d // 2, 2))
    return torch.view_as_real(z * torch.polar(torch.ones_like(a), a).conj()).flatten(-2)
