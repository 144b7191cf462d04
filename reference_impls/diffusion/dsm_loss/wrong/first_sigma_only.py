# slip: none
import torch


def dsm_loss(score, x, sigma):
    """One level for the whole batch."""
    s = float(torch.as_tensor(sigma).flatten()[0])
    eps = torch.randn_like(x)
    return 0.5 * ((s * score(x + s * eps, sigma) + eps) ** 2).flatten(1).sum(1).mean()
