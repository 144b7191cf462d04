# slip: new-noise-in-the-loss
import torch


def dsm_loss(score, x, sigma):
    sig = torch.as_tensor(sigma, dtype=x.dtype).reshape(-1, *[1] * (x.ndim - 1))
    x_tilde = x + sig * torch.randn_like(x)
    return 0.5 * ((sig * score(x_tilde, sigma) + torch.randn_like(x)) ** 2).flatten(1).sum(1).mean()
