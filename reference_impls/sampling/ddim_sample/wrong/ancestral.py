# slip: none
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    """eta = 1: fresh noise in every step."""
    T = len(alphas_bar)
    ts = torch.linspace(T - 1, 0, steps + 1).long()
    x = x_T
    for t, s in zip(ts[:-1], ts[1:]):
        ab, abs_ = alphas_bar[t], alphas_bar[s]
        eps = model(x, t.repeat(x.shape[0]))
        x0 = (x - (1 - ab).sqrt() * eps) / ab.sqrt()
        sigma = ((1 - abs_) / (1 - ab) * (1 - ab / abs_)).sqrt()
        x = abs_.sqrt() * x0 + (1 - abs_ - sigma**2).sqrt() * eps + sigma * torch.randn_like(x)
    return x
