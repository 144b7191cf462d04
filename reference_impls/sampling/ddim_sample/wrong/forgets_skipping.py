# slip: neighbour-level
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    x = x_T
    for i in range(steps):
        t = (T - 1) * (steps - i) // steps
        ab_t, ab_prev = alphas_bar[t], alphas_bar[t - 1]
        eps = model(x, torch.full((x.shape[0],), t))
        x0 = (x - torch.sqrt(1 - ab_t) * eps) / torch.sqrt(ab_t)
        x = torch.sqrt(ab_prev) * x0 + torch.sqrt(1 - ab_prev) * eps
    return x
