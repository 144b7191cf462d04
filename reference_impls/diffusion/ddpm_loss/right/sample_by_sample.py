import random
import torch


def ddpm_loss(model, x0, alphas_bar):
    T = len(alphas_bar)
    t = torch.tensor([random.randrange(T) for _ in range(len(x0))])
    eps = torch.randn(x0.shape, dtype=x0.dtype)
    xt = torch.stack([alphas_bar[ti] ** 0.5 * x + (1 - alphas_bar[ti]) ** 0.5 * e for x, e, ti in zip(x0, eps, t)])
    return ((model(xt, t) - eps) ** 2).flatten(1).mean(1).mean()
