import torch


def rope_3d(x, frames, height, width, split, theta=10000.0):
    B, T, d = x.shape
    z = torch.view_as_complex(x.double().reshape(B, frames, height, width, d // 2, 2)).clone()
    start = 0
    shapes = [(frames, 1, 1, -1), (1, 1, width, -1), (1, height, 1, -1)]
    sizes = [frames, width, height]
    for w, n, shape in zip(split, sizes, shapes):
        f = 1.0 / theta ** (torch.arange(0, w, 2).double() / w)
        angle = torch.outer(torch.arange(n).double(), f).reshape(shape)
        part = z[..., start : start + w // 2]
        z = torch.cat([z[..., :start], part * torch.polar(torch.ones_like(angle), angle), z[..., start + w // 2 :]], -1)
        start += w // 2
    return torch.view_as_real(z).reshape(x.shape).to(x.dtype)
