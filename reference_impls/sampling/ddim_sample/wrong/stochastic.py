# slip: none
import torch


def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    ts = [(T - 1) * (steps - i) // steps for i in range(steps + 1)]
    x = x_T
    with torch.no_grad():
        for t, s in zip(ts[:-1], ts[1:]):
            tt = torch.full((x.shape[0],), t, dtype=torch.long, device=x.device)
            eps = model(x, tt)
            a, b = alphas_bar[t], alphas_bar[s]
            x0 = (x - (1 - a).sqrt() * eps) / a.sqrt()
            sig = ((1 - b) / (1 - a) * (1 - a / b)).clamp(min=0).sqrt()
            x = b.sqrt() * x0 + (1 - b - sig**2).sqrt() * eps + sig * torch.randn_like(x)
    return x
