# slip: call-at-zero
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    ts = torch.linspace(T - 1, 0, steps + 1).long().tolist()
    x = x_T
    for i, t in enumerate(ts):
        ab = alphas_bar[t]
        ab_prev = alphas_bar[ts[i + 1]] if i + 1 < len(ts) else torch.tensor(1.0)
        e = model(x, torch.full((x.shape[0],), t, dtype=torch.long))
        x0 = (x - (1 - ab).sqrt() * e) / ab.sqrt()
        x = ab_prev.sqrt() * x0 + (1 - ab_prev).sqrt() * e
    return x
