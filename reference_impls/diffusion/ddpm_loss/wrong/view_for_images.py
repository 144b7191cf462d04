# slip: four-dimensions-only
import torch


def ddpm_loss(model, x0, alphas_bar):
    t = torch.randint(0, alphas_bar.shape[0], (x0.shape[0],))
    eps = torch.randn_like(x0)
    ab = alphas_bar[t][:, None, None, None]
    x_t = ab.sqrt() * x0 + (1 - ab).sqrt() * eps
    return ((eps - model(x_t, t)) ** 2).mean()
