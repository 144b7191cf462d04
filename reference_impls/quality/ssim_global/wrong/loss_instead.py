# slip: dissimilarity
import torch


def ssim_global(x, y, peak=255.0):
    x, y = torch.as_tensor(x).float(), torch.as_tensor(y).float()
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    mx, my = x.mean(), y.mean()
    cov = ((x - mx) * (y - my)).mean()
    s = (2 * mx * my + c1) * (2 * cov + c2) / ((mx**2 + my**2 + c1) * (x.var(correction=0) + y.var(correction=0) + c2))
    return 1 - s
