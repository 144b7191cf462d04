# slip: four-dimensions-only
import torch


def dsm_loss(score, x, sigma):
    sig = torch.as_tensor(sigma, dtype=x.dtype).reshape(-1)[:, None, None, None]
    eps = torch.randn_like(x)
    x_tilde = x + sig * eps
    return 0.5 * ((sig * score(x_tilde, sigma) + eps) ** 2).flatten(1).sum(1).mean()
