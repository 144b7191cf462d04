# slip: weighted-by-the-level
import torch


def ddpm_loss(model, x0, alphas_bar):
    B = x0.shape[0]
    t = torch.randint(0, len(alphas_bar), (B,))
    eps = torch.randn_like(x0)
    ab = alphas_bar[t].reshape([B] + [1] * (x0.ndim - 1))
    pred = model(torch.sqrt(ab) * x0 + torch.sqrt(1 - ab) * eps, t)
    each = (pred - eps).square().flatten(1).mean(1)
    return ((1 - alphas_bar[t]) * each).mean()
