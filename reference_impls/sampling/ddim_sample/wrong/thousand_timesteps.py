# slip: none
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps, T=1001):
    x = x_T
    for i in range(steps):
        t = min((T - 1) * (steps - i) // steps, len(alphas_bar) - 1)
        s = min((T - 1) * (steps - i - 1) // steps, len(alphas_bar) - 1)
        eps = model(x, torch.full((x.shape[0],), t))
        x0 = (x - (1 - alphas_bar[t]).sqrt() * eps) / alphas_bar[t].sqrt()
        x = alphas_bar[s].sqrt() * x0 + (1 - alphas_bar[s]).sqrt() * eps
    return x
