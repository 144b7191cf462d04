# slip: none
import torch


def dsm_loss(score, x, sigma):
    """Raises for a float."""
    s = sigma.view(-1, *[1] * (x.dim() - 1))
    eps = torch.randn_like(x)
    return 0.5 * ((s * score(x + s * eps, sigma) + eps) ** 2).flatten(1).sum(1).mean()
