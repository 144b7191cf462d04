# slip: none
import torch


def dsm_loss(score, x, sigma):
    sig = torch.as_tensor(sigma, dtype=x.dtype).reshape(-1, *[1] * (x.ndim - 1))
    eps = torch.randn_like(x)
    x_tilde = torch.sqrt(torch.clamp(1 - sig**2, min=0)) * x + sig * eps
    return 0.5 * ((sig * score(x_tilde, sigma) + eps) ** 2).flatten(1).sum(1).mean()
