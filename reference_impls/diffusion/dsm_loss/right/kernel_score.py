import torch


def dsm_loss(score, x, sigma):
    """The target by the score of the kernel, -(x~ - x) / sigma^2."""
    std = sigma
    if torch.is_tensor(sigma):
        std = sigma.reshape((-1,) + (1,) * (x.dim() - 1))
    noisy = torch.normal(x, torch.ones_like(x) * std)
    target = -(noisy - x) / std**2
    residual = (score(noisy, sigma) - target) * std
    return residual.pow(2).sum(dim=tuple(range(1, x.dim()))).mean() / 2
