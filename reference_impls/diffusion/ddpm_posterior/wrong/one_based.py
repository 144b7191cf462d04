# slip: none
import torch.nn.functional as F


def posterior(x0, x_t, t, betas):
    ab = F.pad((1 - betas).cumprod(0), (1, 0), value=1.0)
    if t == 0:
        return x0, 0.0
    p, n, b = ab[t - 1], ab[t], betas[t - 1]
    return p.sqrt() * b / (1 - n) * x0 + (1 - b).sqrt() * (1 - p) / (1 - n) * x_t, b * (1 - p) / (1 - n)
