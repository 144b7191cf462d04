import torch
import torch.nn.functional as F


class Local:
    def __init__(self, s):
        self.r = int(4 * s + 0.5)
        g = torch.exp(-(torch.arange(-self.r, self.r + 1).double() ** 2) / (2 * s**2))
        self.g = g / g.sum()

    def index(self, n):
        i = torch.arange(-self.r, n + self.r) % (2 * n)
        return torch.where(i < n, i, 2 * n - 1 - i)

    def mean(self, x):
        p = x[self.index(x.shape[0])][:, self.index(x.shape[1])]
        return F.conv2d(p[None, None], torch.outer(self.g, self.g)[None, None])[0, 0]


def mscn(img, sigma=7 / 6, c=1.0):
    x = torch.as_tensor(img).double()
    local = Local(sigma)
    mu = local.mean(x)
    sd = (local.mean(x * x) - mu**2).clamp(min=0).sqrt()
    return (x - mu) / (sd + c)
