# slip: graph-kept
import torch


def ddim_sample(model, x_T, alphas_bar, steps):
    n = alphas_bar.shape[0] - 1
    x = x_T
    for i in range(steps, 0, -1):
        t, s = n * i // steps, n * (i - 1) // steps
        eps = model(x, torch.ones(x.shape[0]).long() * t)
        x0 = (x - (1 - alphas_bar[t]).sqrt() * eps) / alphas_bar[t].sqrt()
        x = alphas_bar[s].sqrt() * x0 + (1 - alphas_bar[s]).sqrt() * eps
    return x
