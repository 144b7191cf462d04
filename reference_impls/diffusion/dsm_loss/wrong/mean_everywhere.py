# slip: mean-over-entries
import torch


def dsm_loss(score, x, sigma):
    sig = sigma if isinstance(sigma, float) else sigma.view(-1, *([1] * (x.dim() - 1)))
    eps = torch.randn_like(x)
    return 0.5 * torch.mean(sig**2 * (score(x + sig * eps, sigma) + eps / sig) ** 2)
