import torch
import torch.nn.functional as F


def mirrored(n, r):
    i = torch.arange(-r, n + r) % (2 * n)
    return torch.minimum(i, 2 * n - 1 - i)


def difference_of_gaussians(img, sigmas):
    x = torch.as_tensor(img).double()
    levels = []
    for s in sigmas:
        r = int(4 * s + 0.5)
        g = torch.exp(-(torch.arange(-r, r + 1).double() ** 2) / (2 * s * s))
        g = torch.outer(g, g)
        p = x[mirrored(x.shape[0], r)][:, mirrored(x.shape[1], r)]
        levels.append(F.conv2d(p[None, None], (g / g.sum())[None, None])[0, 0])
    return torch.stack([b - a for a, b in zip(levels, levels[1:])])
