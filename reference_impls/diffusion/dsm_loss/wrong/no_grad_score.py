# slip: detached
import torch


@torch.no_grad()
def dsm_loss(score, x, sigma):
    sig = torch.as_tensor(sigma, dtype=x.dtype).reshape(-1, *[1] * (x.ndim - 1))
    eps = torch.randn_like(x)
    return 0.5 * ((sig * score(x + sig * eps, sigma) + eps) ** 2).flatten(1).sum(1).mean()
