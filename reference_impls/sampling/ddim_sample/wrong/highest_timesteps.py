# slip: highest-timesteps
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    x = x_T
    for t in range(T - 1, T - 1 - steps, -1):
        e = model(x, torch.full((x.shape[0],), t, dtype=torch.long))
        a, b = alphas_bar[t], alphas_bar[t - 1]
        x0 = (x - (1 - a).sqrt() * e) / a.sqrt()
        x = b.sqrt() * x0 + (1 - b).sqrt() * e
    return x
