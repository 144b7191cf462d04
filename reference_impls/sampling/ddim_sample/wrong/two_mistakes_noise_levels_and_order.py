# slip: none
import torch

@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    x = x_T
    seq = sorted((T - 1) * (steps - i) // steps for i in range(steps + 1))
    for s, t in zip(seq, seq[1:]):
        e = model(x, torch.full((len(x),), t, dtype=torch.long))
        a, b = alphas_bar[t], alphas_bar[s]
        x0 = (x - (1 - b).sqrt() * e) / a.sqrt()
        x = b.sqrt() * x0 + (1 - a).sqrt() * e
    return x
