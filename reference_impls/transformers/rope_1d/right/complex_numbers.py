import torch


def rope_1d(x, theta=10000.0, offset=0):
    *_, T, d = x.shape
    freqs = 1.0 / theta ** (torch.arange(0, d, 2).float() / d)
    angles = torch.outer(torch.arange(offset, offset + T).float(), freqs)
    rotation = torch.polar(torch.ones_like(angles), angles)
    z = torch.view_as_complex(x.float().reshape(*x.shape[:-1], d // 2, 2))
    return torch.view_as_real(z * rotation).flatten(-2).type_as(x)
