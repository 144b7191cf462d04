# slip: no-roots-anywhere
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    ts = [(T - 1) * (steps - i) // steps for i in range(steps + 1)]
    x = x_T
    for t, s in zip(ts[:-1], ts[1:]):
        e = model(x, torch.full((x.shape[0],), t, dtype=torch.long))
        a, b = alphas_bar[t], alphas_bar[s]
        x0 = (x - (1 - a) * e) / a
        x = b * x0 + (1 - b) * e
    return x
