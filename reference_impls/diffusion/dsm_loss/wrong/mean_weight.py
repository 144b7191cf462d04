# slip: none
import torch


def dsm_loss(score, x, sigma):
    """One weight for the whole batch, the mean of sigma^2."""
    s = torch.as_tensor(sigma, dtype=x.dtype).view(-1, *[1] * (x.dim() - 1))
    eps = torch.randn_like(x)
    weight = torch.as_tensor(sigma, dtype=x.dtype).square().mean()
    return 0.5 * weight * ((score(x + s * eps, sigma) + eps / s) ** 2).flatten(1).sum(1).mean()
