# slip: one-t-for-all
import random
import torch


def ddpm_loss(model, x0, alphas_bar):
    step = random.randrange(len(alphas_bar))
    t = torch.full((x0.shape[0],), step)
    eps = torch.randn_like(x0)
    x_t = alphas_bar[step].sqrt() * x0 + (1 - alphas_bar[step]).sqrt() * eps
    return (eps - model(x_t, t)).pow(2).mean()
