# slip: no-weight
import torch


def dsm_loss(score, x, sigma):
    sig = torch.as_tensor(sigma, dtype=x.dtype).reshape(-1, *[1] * (x.ndim - 1))
    eps = torch.randn_like(x)
    target = -eps / sig
    return 0.5 * ((score(x + sig * eps, sigma) - target) ** 2).flatten(1).sum(1).mean()
