import torch


def ssim_global(x, y, peak=255.0):
    x = torch.as_tensor(x).float()
    y = torch.as_tensor(y).float()
    mu = torch.stack([x.mean(), y.mean()])
    dx, dy = x - mu[0], y - mu[1]
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    num = (2 * mu.prod() + c1) * (2 * (dx * dy).mean() + c2)
    den = (mu.pow(2).sum() + c1) * (x.var(unbiased=False) + y.var(unbiased=False) + c2)
    return num / den
