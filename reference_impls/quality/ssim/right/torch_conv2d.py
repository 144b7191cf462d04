import torch
import torch.nn.functional as F


def ssim(x, y, peak=255.0):
    x, y = (torch.as_tensor(t).double()[None, None] for t in (x, y))
    g = torch.exp(-((torch.arange(11).double() - 5) ** 2) / 4.5)
    g = g / g.sum()
    win = (g[:, None] * g[None, :])[None, None]
    mu1, mu2 = F.conv2d(x, win), F.conv2d(y, win)
    s1 = F.conv2d(x * x, win) - mu1.pow(2)
    s2 = F.conv2d(y * y, win) - mu2.pow(2)
    s12 = F.conv2d(x * y, win) - mu1 * mu2
    C1, C2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    out = ((2 * mu1 * mu2 + C1) * (2 * s12 + C2)) / ((mu1**2 + mu2**2 + C1) * (s1 + s2 + C2))
    return out.mean().item()
