# slip: target-over-variance
import torch


def dsm_loss(score, x, sigma):
    sig = torch.as_tensor(sigma, dtype=x.dtype).reshape(-1, *[1] * (x.ndim - 1))
    eps = torch.randn_like(x)
    diff = score(x + sig * eps, sigma) + eps / sig**2
    return 0.5 * (sig**2 * diff**2).flatten(1).sum(1).mean()
