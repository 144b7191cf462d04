# slip: none
import torch.nn.functional as F


def posterior(x0, x_t, t, betas):
    ab = F.pad((1 - betas).cumprod(0), (1, 0), value=1.0)
    p, n, b = ab[t], ab[t + 1], betas[t]
    return p.sqrt() * b / (1 - n) * x_t + (1 - b).sqrt() * (1 - p) / (1 - n) * x0, b.clamp(min=1e-20)
