# slip: noise-shared-by-channels
import torch


def ddpm_loss(model, x0, alphas_bar):
    t = torch.randint(0, len(alphas_bar), (x0.shape[0],))
    eps = torch.randn_like(x0)
    if x0.ndim > 2:
        eps = torch.randn_like(x0[:, :1]).expand_as(x0)
    ab = alphas_bar[t].view(-1, *[1] * (x0.ndim - 1))
    return (eps - model(ab.sqrt() * x0 + (1 - ab).sqrt() * eps, t)).pow(2).mean()
