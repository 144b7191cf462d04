# problem: mscn
# says: batches of one image, channels first
import torch
import torch.nn.functional as F


def mscn_coefficients(imgs, sigma=7 / 6, C=1.0):
    b, c, h, w = imgs.shape
    imgs = imgs.double()
    r = int(4 * sigma + 0.5)
    line = torch.exp(-0.5 * (torch.arange(-r, r + 1, dtype=torch.float64) / sigma) ** 2)
    line = line / line.sum()
    kernel = torch.outer(line, line).expand(c, 1, -1, -1)

    def ends(n):
        places = torch.arange(-r, n + r) % (2 * n)
        return torch.where(places < n, places, 2 * n - 1 - places)

    def mean(values):
        return F.conv2d(values[:, :, ends(h)][..., ends(w)], kernel, groups=c)

    mu = mean(imgs)
    spread = (mean(imgs * imgs) - mu * mu).clamp(min=0).sqrt()
    return (imgs - mu) / (spread + C)
