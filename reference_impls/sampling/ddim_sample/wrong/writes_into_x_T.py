# slip: none
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    x = x_T
    T = len(alphas_bar)
    for i in range(steps):
        t, s = (T - 1) * (steps - i) // steps, (T - 1) * (steps - i - 1) // steps
        eps = model(x.clone(), torch.full((len(x),), t))
        ab, ab_s = alphas_bar[t], alphas_bar[s]
        x -= (1 - ab).sqrt() * eps
        x *= (ab_s / ab).sqrt()
        x += (1 - ab_s).sqrt() * eps
    return x
