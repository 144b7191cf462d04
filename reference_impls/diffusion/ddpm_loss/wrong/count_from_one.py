# slip: t-off-by-one
import torch


def ddpm_loss(model, x0, alphas_bar):
    t = torch.randint(1, len(alphas_bar) + 1, (x0.shape[0],))
    eps = torch.randn_like(x0)
    ab = alphas_bar[t - 1].view(-1, *[1] * (x0.ndim - 1))
    return (eps - model(ab.sqrt() * x0 + (1 - ab).sqrt() * eps, t)).pow(2).mean()
