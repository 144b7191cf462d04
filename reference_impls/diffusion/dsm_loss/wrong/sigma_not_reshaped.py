# slip: sigma-not-reshaped
import torch


def dsm_loss(score, x, sigma):
    eps = torch.randn_like(x)
    out = score(x + sigma * eps, sigma)
    return 0.5 * (sigma ** 2 * (out + eps / sigma) ** 2).flatten(1).sum(1).mean()
