import torch


def rope_2d(x, height, width, theta=10000.0):
    B, T, d = x.shape
    f = theta ** (-torch.arange(0, d // 2, 2).double() / (d // 2))
    ys, xs = torch.meshgrid(torch.arange(height).double(), torch.arange(width).double(), indexing="ij")
    phase = torch.cat([torch.outer(xs.reshape(-1), f), torch.outer(ys.reshape(-1), f)], -1)
    z = torch.view_as_complex(x.double().reshape(B, T, d // 2, 2))
    return torch.view_as_real(z * torch.polar(torch.ones_like(phase), phase)).reshape(B, T, d).to(x.dtype)
