# slip: zero-padded
import torch
import torch.nn.functional as F


def ssim(x, y, peak=255.0):
    x, y = (torch.as_tensor(t).double()[None, None] for t in (x, y))
    g = torch.exp(-((torch.arange(11).double() - 5) ** 2) / 4.5)
    g = g / g.sum()
    win = torch.outer(g, g)[None, None]
    conv = lambda t: F.conv2d(t, win, padding=5)
    mu1, mu2 = conv(x), conv(y)
    s1, s2, s12 = conv(x * x) - mu1**2, conv(y * y) - mu2**2, conv(x * y) - mu1 * mu2
    C1, C2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    return (((2 * mu1 * mu2 + C1) * (2 * s12 + C2)) / ((mu1**2 + mu2**2 + C1) * (s1 + s2 + C2))).mean().item()
