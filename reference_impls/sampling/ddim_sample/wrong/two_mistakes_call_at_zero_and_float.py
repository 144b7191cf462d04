# slip: called-at-zero-too
import torch

@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    x = x_T
    seq = [(T - 1) * (steps - i) // steps for i in range(steps + 1)]
    for t, s in zip(seq, seq[1:] + [0]):
        e = model(x, torch.full((len(x),), float(t)))
        a, b = alphas_bar[t], alphas_bar[s]
        x = b.sqrt() * (x - (1 - a).sqrt() * e) / a.sqrt() + (1 - b).sqrt() * e
    return x
