# slip: none
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    ts = torch.linspace(T - 1, 0, steps + 1).long()
    x = torch.randn_like(x_T)
    for t, s in zip(ts[:-1], ts[1:]):
        eps = model(x, t.repeat(x.shape[0]))
        x0 = (x - (1 - alphas_bar[t]).sqrt() * eps) / alphas_bar[t].sqrt()
        x = alphas_bar[s].sqrt() * x0 + (1 - alphas_bar[s]).sqrt() * eps
    return x
