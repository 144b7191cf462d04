import torch
import torch.nn.functional as F


def mirrored(n, r):
    i = torch.arange(-r, n + r) % (2 * n)
    return torch.where(i < n, i, 2 * n - 1 - i)


def single_scale_retinex(img, sigma):
    x = torch.as_tensor(img).float()
    r = int(4 * sigma + 0.5)
    g = torch.exp(-0.5 * (torch.arange(-r, r + 1) / sigma) ** 2)
    g = g / g.sum()
    p = x[mirrored(x.shape[0], r)][:, mirrored(x.shape[1], r)][None, None]
    s = F.conv2d(F.conv2d(p, g.reshape(1, 1, -1, 1)), g.reshape(1, 1, 1, -1))[0, 0]
    return torch.log(1 + x) - torch.log(1 + s)
